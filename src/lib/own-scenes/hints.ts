import type { Language } from '../languages';
import { countCharacters, countWords, found, plain, sentencesOf, spread } from '../languages/words';
import type { WordRules } from '../questions/word-rules';
import { rightOf, sortByWords } from '../questions/word-test';
import { RUNGS } from '../questions';
import type { OwnScene, OwnWords } from './schema';
import { namesUnseen } from './visible';

/** Form A keeps to them ("Rules for the words"); a scene of somebody else's need not. */
export const WORDS = {
	title: { fewest: 2, most: 5 },
	stem: { fewest: 30, most: 55 },
	option: { fewest: 6, most: 16 },
	sentence: { most: 20 },
	scene: { most: 125 }
} as const;

const MOST_SPREAD = 1.25;
/** Of 100 options; chance sorts 20. */
export const MOST_SORTED = 45;
/** Fewer scenes tell words nothing. */
export const FEWEST_FOR_WORD_TEST = 4;

export type HintCode =
	| 'title.length'
	| 'who.missing'
	| 'who.notInStem'
	| 'stem.length'
	| 'stem.sentence'
	| 'stem.agreed'
	| 'scene.length'
	| 'option.length'
	| 'option.reason'
	| 'option.absolute'
	| 'option.moral'
	| 'option.twice'
	| 'options.uneven'
	| 'unseen';

export type Field = 'title' | 'who' | 'stem' | 'question' | 'options' | 'discussion' | 'otherSide';

export type Hint = {
	code: HintCode;
	field: Field;
	/** From 0, where one option is meant. */
	option?: number;
	/** How many words there are, or how often the longest is the shortest. */
	count?: number;
	words?: string[];
};

const outside = (count: number, { fewest = 0, most }: { fewest?: number; most: number }) =>
	count < fewest || count > most;

/** A mark that joins a second thought to a first. */
const CLAUSE = /[,;:،؛—–“”«»"]/u;

/** Returns what the rules for words would say. Empty fields are not spoken of: they are not written yet. */
export function hintsOn(words: OwnWords, language: Language, rules: WordRules): Hint[] {
	return [
		...titleHints(words, language, rules),
		...stemHints(words, language, rules),
		...words.options.flatMap(({ text }, option) =>
			text.trim() ? optionHints(text, language, rules).map((hint) => ({ ...hint, option })) : []
		),
		...togetherHints(words, language, rules),
		...unseenHints(words)
	];
}

function titleHints({ title }: OwnWords, language: Language, rules: WordRules): Hint[] {
	const count = countWords(title, language);
	const bounds = { ...WORDS.title, fewest: rules.fewestTitleWords };
	return title.trim() && outside(count, bounds) ? [{ code: 'title.length', field: 'title', count }] : [];
}

function stemHints({ who, stem }: OwnWords, language: Language, rules: WordRules): Hint[] {
	if (!stem.trim()) return [];
	const hints: Hint[] = [];
	const count = countWords(stem, language);
	if (outside(count, WORDS.stem)) hints.push({ code: 'stem.length', field: 'stem', count });
	const longest = Math.max(...sentencesOf(stem, language).map((sentence) => countWords(sentence, language)));
	if (longest > rules.mostSentenceWords) hints.push({ code: 'stem.sentence', field: 'stem', count: longest });
	if (!who.trim()) hints.push({ code: 'who.missing', field: 'who' });
	else if (!plain(stem).includes(plain(who.trim()))) hints.push({ code: 'who.notInStem', field: 'who' });
	const said = plain(stem);
	if (!rules.agreed.some((part) => said.includes(plain(part))))
		hints.push({ code: 'stem.agreed', field: 'stem' });
	return hints;
}

function optionHints(text: string, language: Language, rules: WordRules): Hint[] {
	const hints: Hint[] = [];
	const count = countWords(text, language);
	if (outside(count, WORDS.option)) hints.push({ code: 'option.length', field: 'options', count });
	if (!CLAUSE.test(text) && found(text, rules.reasons, language, rules.prefixes).length === 0)
		hints.push({ code: 'option.reason', field: 'options' });
	for (const [code, list] of [
		['option.absolute', rules.absolutes],
		['option.moral', rules.moral]
	] as const) {
		const words = found(text, list, language, rules.prefixes);
		if (words.length > 0) hints.push({ code, field: 'options', words });
	}
	return hints;
}

/** What options say about each other; nothing while one of them is not written yet. */
function togetherHints({ stem, options }: OwnWords, language: Language, rules: WordRules): Hint[] {
	const texts = options.map(({ text }) => text.trim());
	if (texts.some((text) => text === '')) return [];
	const hints: Hint[] = [];
	const twice = texts.findIndex((text, i) => texts.some((other, j) => j < i && plain(other) === plain(text)));
	if (twice > 0) hints.push({ code: 'option.twice', field: 'options', option: twice });
	const characters = spread(texts.map((text) => countCharacters(text, language)));
	const inWords = spread(texts.map((text) => Math.max(1, countWords(text, language))));
	if (characters > MOST_SPREAD || inWords > rules.mostWordRatio)
		hints.push({ code: 'options.uneven', field: 'options' });
	const count = countWords([stem, ...texts].join(' '), language);
	if (stem.trim() && count > WORDS.scene.most) hints.push({ code: 'scene.length', field: 'options', count });
	return hints;
}

function unseenHints(words: OwnWords): Hint[] {
	const { title, who, stem, question, discussion, otherSide } = words;
	const fields = Object.entries({ title, who, stem, question, discussion, otherSide }) as [Field, string][];
	return [
		...fields.flatMap(([field, text]): Hint[] => (namesUnseen(text) ? [{ code: 'unseen', field }] : [])),
		...words.options.flatMap(({ text, gives, costs }, option): Hint[] =>
			[text, gives, costs].some(namesUnseen) ? [{ code: 'unseen', field: 'options', option }] : []
		)
	];
}

/**
 * Returns how many options the words alone sort right, among the author's scenes that have all five rungs in a language;
 * null where these are too few to say.
 */
export function wordTest(
	scenes: readonly OwnScene[],
	language: Language
): { right: number; of: number; tells: boolean } | null {
	const options = scenes.flatMap(({ rungs, words }) => {
		const texts = words[language]?.options.map(({ text }) => text.trim());
		if (rungs?.length !== RUNGS.length || !texts?.every(Boolean)) return [];
		return [RUNGS.map((rung) => texts[rungs.indexOf(rung)] ?? '')];
	});
	if (options.length < FEWEST_FOR_WORD_TEST) return null;
	const right = rightOf(sortByWords(options, language));
	const of = options.length * RUNGS.length;
	return { right, of, tells: (100 * right) / of > MOST_SORTED };
}
