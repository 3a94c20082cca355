import type { Language } from '../languages';
import { isOwnSceneId, RUNGS, type OwnSceneId, type Rung } from '../questions';
import { OPTIONS, type OwnOption, type OwnScene, type OwnWords } from './schema';

const ID_LETTERS = 'abcdefghjkmnpqrstvwxyz0123456789';
const ID_LENGTH = 12;

/** 60 random bits: ids of other devices are met in files. */
export function randomLetters(): string {
	const random = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
	return [...random].map((byte) => ID_LETTERS.charAt(byte % ID_LETTERS.length)).join('');
}

export const newId = (): OwnSceneId => `own-${randomLetters()}`;

export const emptyOption = (): OwnOption => ({ text: '', gives: '', costs: '' });

export function emptyWords(options: number): OwnWords {
	return {
		title: '',
		who: '',
		stem: '',
		question: '',
		options: Array.from({ length: options }, emptyOption),
		discussion: '',
		otherSide: ''
	};
}

export function emptyScene(id: OwnSceneId, language: Language): OwnScene {
	return { id, language, rungs: RUNGS, words: { [language]: emptyWords(RUNGS.length) }, checks: [] };
}

/** Returns the author's own words. A scene that its schema has seen has them. */
export function ownWords({ language, words }: Pick<OwnScene, 'language' | 'words'>): OwnWords {
	return words[language] ?? emptyWords(OPTIONS.fewest);
}

export const optionCount = (scene: Pick<OwnScene, 'language' | 'words'>): number =>
	ownWords(scene).options.length;

export function wordsFor(
	scene: Pick<OwnScene, 'language' | 'words'>,
	language: Language
): { language: Language; words: OwnWords } {
	const words = scene.words[language];
	return words ? { language, words } : { language: scene.language, words: ownWords(scene) };
}

export const languagesOf = ({ words }: OwnScene): Language[] => Object.keys(words) as Language[];

/** A field that a workshop cannot do without; options count from 0. */
export type Missing =
	{ language: Language; field: 'title' | 'stem' } | { language: Language; field: 'option'; option: number };

export function missingIn(scene: OwnScene): Missing[] {
	return languagesOf(scene).flatMap((language) => {
		const { title, stem, options } = scene.words[language] ?? emptyWords(OPTIONS.fewest);
		const fields = { title, stem };
		const empty = (['title', 'stem'] as const).filter((field) => !fields[field].trim());
		return [
			...empty.map((field) => ({ language, field })),
			...options.flatMap(({ text }, option) =>
				text.trim() ? [] : [{ language, field: 'option' as const, option }]
			)
		];
	});
}

export const isWhole = (scene: OwnScene): boolean => missingIn(scene).length === 0;

/** Gives an option a rung; the option that had it gets the first one's. */
export function withRung(scene: OwnScene, option: number, rung: Rung): OwnScene {
	if (!scene.rungs) return scene;
	const before = scene.rungs[option];
	const rungs = scene.rungs.map((held, i) => (i === option ? rung : held === rung ? (before ?? held) : held));
	return { ...scene, rungs };
}

/** Adds an option at the end, on the lowest rung that is free. Five are the most. */
export function withOption(scene: OwnScene): OwnScene {
	if (optionCount(scene) >= OPTIONS.most) return scene;
	const { rungs } = scene;
	const free = RUNGS.find((rung) => !rungs?.includes(rung)) ?? 0;
	return {
		...eachLanguage(scene, (words) => ({ ...words, options: [...words.options, emptyOption()] })),
		rungs: rungs && [...rungs, free]
	};
}

export function withoutOption(scene: OwnScene, option: number): OwnScene {
	if (optionCount(scene) <= OPTIONS.fewest) return scene;
	return {
		...eachLanguage(scene, (words) => ({ ...words, options: words.options.toSpliced(option, 1) })),
		rungs: scene.rungs && scene.rungs.toSpliced(option, 1)
	};
}

/** With rungs the options stand on the ladder as they come; without them the scene asks for an opinion. */
export function withRungs(scene: OwnScene, has: boolean): OwnScene {
	return { ...scene, rungs: has ? RUNGS.slice(0, optionCount(scene)) : null };
}

export function withLanguage(scene: OwnScene, language: Language): OwnScene {
	if (scene.words[language]) return scene;
	return { ...scene, words: { ...scene.words, [language]: emptyWords(optionCount(scene)) } };
}

/** Takes a language away; the last one stays, and the first that is left becomes the author's own. */
export function withoutLanguage(scene: OwnScene, language: Language): OwnScene {
	const left = languagesOf(scene).filter((other) => other !== language);
	const [first] = left;
	if (!first) return scene;
	const words = Object.fromEntries(left.map((other) => [other, scene.words[other]]));
	return { ...scene, words, language: scene.language === language ? first : scene.language };
}

export function freshId(taken: readonly OwnScene[], make: () => OwnSceneId = newId): OwnSceneId {
	let id = make();
	while (taken.some((scene) => scene.id === id) || !isOwnSceneId(id)) id = make();
	return id;
}

function eachLanguage(scene: OwnScene, change: (words: OwnWords) => OwnWords): OwnScene {
	return {
		...scene,
		words: Object.fromEntries(
			languagesOf(scene).map((language) => [
				language,
				change(scene.words[language] ?? emptyWords(OPTIONS.fewest))
			])
		)
	};
}
