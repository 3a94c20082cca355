import * as v from 'valibot';
import { LANGUAGES, type Language } from '../languages';
import { LONGEST_SCENE_ID, OWN_SCENE_ID, RUNGS, type OwnSceneId, type Rung } from '../questions';
import { visible } from './visible';

export const OWN_SCENES_VERSION = 1;

/** Lengths in UTF-16 units, as in the `maxlength` of a field. */
export const LONGEST = {
	title: 80,
	who: 120,
	stem: 800,
	question: 160,
	option: 240,
	gives: 300,
	costs: 300,
	discussion: 300,
	otherSide: 800
} as const;

export const OPTIONS = { fewest: 2, most: 5 } as const;
export const MOST_CHECKS = 5;
/** What a device keeps, and what a file may hold. Bytes are those of the file without spaces, in UTF-8. */
export const IN_FILE = { scenes: 100, bytes: 600_000 } as const;
export const IN_WORKSHOP = { scenes: 20, bytes: 40_000 } as const;

/** Unseen characters take more room once they are written out. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.transform(visible), v.maxLength(most));
const maybe = (most: number) => v.optional(text(most), '');

const OptionSchema = v.strictObject({
	text: text(LONGEST.option),
	gives: maybe(LONGEST.gives),
	costs: maybe(LONGEST.costs)
});
export type OwnOption = v.InferOutput<typeof OptionSchema>;

const WordsSchema = v.strictObject({
	title: text(LONGEST.title),
	/** Who the other person is, in words of the stem. */
	who: maybe(LONGEST.who),
	stem: text(LONGEST.stem),
	/** Empty for the question that every scene is asked with. */
	question: maybe(LONGEST.question),
	options: v.pipe(v.array(OptionSchema), v.minLength(OPTIONS.fewest), v.maxLength(OPTIONS.most)),
	discussion: maybe(LONGEST.discussion),
	otherSide: maybe(LONGEST.otherSide)
});
export type OwnWords = v.InferOutput<typeof WordsSchema>;

const RungSchema = v.picklist(RUNGS);

const CHECK_ID = /^[a-z0-9]{12}$/;

const CheckSchema = v.strictObject({
	/** Random: two readers who sort alike are two, and one whose file is opened twice is one. */
	id: v.pipe(v.string(), v.regex(CHECK_ID)),
	language: v.picklist(LANGUAGES),
	/** Where a reader who saw no key put each option; null for one that fits no rung, or is like another. */
	sorted: v.pipe(v.array(v.nullable(RungSchema)), v.minLength(OPTIONS.fewest), v.maxLength(OPTIONS.most)),
	of: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))
});
export type RungCheck = v.InferOutput<typeof CheckSchema>;

const inLanguages = Object.fromEntries(LANGUAGES.map((language) => [language, v.optional(WordsSchema)])) as {
	[L in Language]: v.OptionalSchema<typeof WordsSchema, undefined>;
};

const PlainSceneSchema = v.strictObject({
	id: v.pipe(v.string(), v.maxLength(LONGEST_SCENE_ID), v.regex(OWN_SCENE_ID)),
	/** The author's own, which everybody gets whose language is not among `words`. */
	language: v.picklist(LANGUAGES),
	/** Of each option; null where the scene asks for an opinion. */
	rungs: v.nullable(v.pipe(v.array(RungSchema), v.minLength(OPTIONS.fewest), v.maxLength(OPTIONS.most))),
	words: v.strictObject(inLanguages),
	checks: v.optional(v.pipe(v.array(CheckSchema), v.maxLength(MOST_CHECKS)), [])
});

export type OwnScene = {
	id: OwnSceneId;
	language: Language;
	rungs: readonly Rung[] | null;
	words: Partial<Record<Language, OwnWords>>;
	checks: readonly RungCheck[];
};

/** The shape alone, of which the JSON Schema is made. */
export const PlainFileSchema = v.strictObject({
	$schema: v.optional(v.pipe(v.string(), v.maxLength(200))),
	schemaVersion: v.literal(OWN_SCENES_VERSION),
	scenes: v.pipe(v.array(PlainSceneSchema), v.maxLength(IN_FILE.scenes))
});

export type OwnScenes = { schemaVersion: typeof OWN_SCENES_VERSION; scenes: readonly OwnScene[] };

type PlainFile = v.InferOutput<typeof PlainFileSchema>;

export type CrossFault = {
	code: 'noWords' | 'otherCount' | 'sameRung' | 'sameId' | 'tooLarge';
	path: readonly (string | number)[];
};

/** Returns what is wrong between fields, which a JSON Schema cannot say. */
export function crossFaultsIn({ scenes }: PlainFile): CrossFault[] {
	const faults = scenes.flatMap((scene, i): CrossFault[] =>
		[
			...(scenes.findIndex(({ id }) => id === scene.id) < i
				? [{ code: 'sameId' as const, path: ['id'] }]
				: []),
			...crossFaultsOf(scene)
		].map(({ code, path }) => ({ code, path: ['scenes', i, ...path] }))
	);
	return bytesOf(scenes) > IN_FILE.bytes ? [...faults, { code: 'tooLarge', path: ['scenes'] }] : faults;
}

function crossFaultsOf({ language, rungs, words, checks }: PlainFile['scenes'][number]): CrossFault[] {
	const own = words[language];
	if (!own) return [{ code: 'noWords', path: ['language'] }];
	const count = own.options.length;
	const faults = Object.entries(words).flatMap(([other, held]): CrossFault[] =>
		held && held.options.length !== count ? [{ code: 'otherCount', path: ['words', other, 'options'] }] : []
	);
	if (rungs && rungs.length !== count) faults.push({ code: 'otherCount', path: ['rungs'] });
	if (rungs && isTwice(rungs)) faults.push({ code: 'sameRung', path: ['rungs'] });
	checks.forEach(({ id, sorted }, i) => {
		if (isTwice(sorted.filter((rung) => rung !== null)))
			faults.push({ code: 'sameRung', path: ['checks', i, 'sorted'] });
		if (checks.findIndex((check) => check.id === id) < i)
			faults.push({ code: 'sameId', path: ['checks', i, 'id'] });
	});
	return faults;
}

const isTwice = (rungs: readonly Rung[]) => new Set(rungs).size !== rungs.length;

export const toOwnScenes = ({ schemaVersion, scenes }: PlainFile): OwnScenes => ({
	schemaVersion,
	scenes: scenes as OwnScene[]
});

export const OwnScenesSchema = v.pipe(
	PlainFileSchema,
	v.check((file) => crossFaultsIn(file).length === 0),
	v.transform(toOwnScenes)
);

export function bytesOf(scenes: readonly unknown[]): number {
	return new TextEncoder().encode(JSON.stringify(scenes)).length;
}
