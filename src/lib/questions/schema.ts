import * as v from 'valibot';

export const DIMENSIONS = ['filter', 'strings', 'pull', 'candour'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The ladder, from hunting favours to value alone. Every scenario has one option on each rung. */
export const RUNGS = [0, 1, 2, 3, 4] as const;
export type Rung = (typeof RUNGS)[number];

export const RELATIONS = [
	'stranger',
	'acquaintance',
	'peer',
	'friend',
	'client',
	'supplier',
	'organisation'
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Forbidden or regulated by a platform's terms or a law. */
export const PRACTICES = ['pods', 'links', 'disclosure', 'reviews'] as const;
export type Practice = (typeof PRACTICES)[number];

export type Scenario = {
	id: string;
	/** In the key; never reused for another scene. */
	number: number;
	dimension: Dimension;
	/** A second theme worth talking about; never scored. */
	alsoAbout?: Dimension;
	relation: Relation;
	practice?: Practice;
};

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const SceneWordingSchema = v.strictObject({
	title: text,
	/** Copied from the stem: who the other person is. */
	who: text,
	stem: text,
	options: v.strictTuple([text, text, text, text, text])
});
export type SceneWording = v.InferOutput<typeof SceneWordingSchema>;

/** Says in which language words stand that are not in that of the page. */
export type InLanguage = { lang?: string; dir?: 'ltr' | 'rtl' };

/** What somebody is asked: a scene of ours, or one that a host wrote, which may have fewer options. */
export type AskedWords = Pick<SceneWording, 'title' | 'who' | 'stem'> & {
	/** In the place of the question that every scene is asked with. */
	question?: string;
	options: readonly string[];
	/** Where they are not in the language of the page. */
	attributes?: InLanguage;
};

const RungDebriefSchema = v.strictObject({
	reason: text,
	gives: text,
	costs: text
});

export const SAYING_KINDS = ['no', 'ask', 'deal'] as const;
export type SayingKind = (typeof SAYING_KINDS)[number];

export const DebriefWordingSchema = v.strictObject({
	rungs: v.strictTuple([
		RungDebriefSchema,
		RungDebriefSchema,
		RungDebriefSchema,
		RungDebriefSchema,
		RungDebriefSchema
	]),
	question: text,
	followUp: v.optional(text),
	otherSide: v.optional(text),
	/** Which rules of platforms or laws touch the scene; only where the scenario names a practice. */
	caution: v.optional(text),
	/** What one could really say in this scene, without quotation marks. */
	say: v.optional(v.strictObject({ kind: v.picklist(SAYING_KINDS), text }))
});
export type DebriefWording = v.InferOutput<typeof DebriefWordingSchema>;

export const ScenesSchema = v.record(v.string(), SceneWordingSchema);
export const DebriefsSchema = v.record(v.string(), DebriefWordingSchema);
