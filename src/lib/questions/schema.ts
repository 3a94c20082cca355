import * as v from 'valibot';

/** The four things a scenario may ask about. One scenario scores exactly one of them. */
export const DIMENSIONS = ['filter', 'strings', 'pull', 'candour'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The ladder: 0 is hunting favours, 4 is value alone. Every scenario has one option on each rung. */
export const RUNGS = [0, 1, 2, 3, 4] as const;
export type Rung = (typeof RUNGS)[number];

/** How close the other person in a scene is; every stem says it in words. */
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

/** Practices that a platform's terms or a law forbid or regulate; a scene about one says so. */
export const PRACTICES = ['pods', 'links', 'disclosure', 'reviews'] as const;
export type Practice = (typeof PRACTICES)[number];

/** What is asked, apart from its words. Words live in `wording/<language>/`. */
export type Scenario = {
	/** Stable name, also the key of the wording. */
	id: string;
	/** Number in the key; never reused for another scene. */
	number: number;
	/** The one dimension that the answer counts for. */
	dimension: Dimension;
	/** A second theme worth talking about; it is never scored. */
	alsoAbout?: Dimension;
	relation: Relation;
	practice?: Practice;
};

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** One scene as the quiz shows it. `options[r]` is the option on rung `r`. */
export const SceneWordingSchema = v.strictObject({
	/** A name of a few words, for lists. */
	title: text,
	/** The words of the stem that say who the other person is, copied from the stem. */
	who: text,
	stem: text,
	options: v.strictTuple([text, text, text, text, text])
});
export type SceneWording = v.InferOutput<typeof SceneWordingSchema>;

const RungDebriefSchema = v.strictObject({
	/** Why the option sits on this rung: the reason in the key. */
	reason: text,
	/** What this choice can give in this scene. */
	gives: text,
	/** What this choice can cost in this scene. */
	costs: text
});

/** The kinds of sentence to use: a kind no, a clean ask, a stated deal. */
export const SAYING_KINDS = ['no', 'ask', 'deal'] as const;
export type SayingKind = (typeof SAYING_KINDS)[number];

/** What is said about a scene afterwards. `rungs[r]` belongs to the option on rung `r`. */
export const DebriefWordingSchema = v.strictObject({
	rungs: v.strictTuple([
		RungDebriefSchema,
		RungDebriefSchema,
		RungDebriefSchema,
		RungDebriefSchema,
		RungDebriefSchema
	]),
	/** A question to talk about; it has no right answer. */
	question: text,
	/** A second question, for when the first has been talked through. Version 1 had none. */
	followUp: v.optional(text),
	/** The scene told from the other chair, to read out afterwards; never scored. */
	otherSide: v.optional(text),
	/** Which rules of platforms or laws touch the scene; only where the scenario names a practice. */
	caution: v.optional(text),
	/** A sentence that one could really say in this scene, without quotation marks. */
	say: v.optional(v.strictObject({ kind: v.picklist(SAYING_KINDS), text }))
});
export type DebriefWording = v.InferOutput<typeof DebriefWordingSchema>;

export const ScenesSchema = v.record(v.string(), SceneWordingSchema);
export const DebriefsSchema = v.record(v.string(), DebriefWordingSchema);
