import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Language } from '../languages';
import { SCENARIOS } from './scenarios';
import { DebriefsSchema, ScenesSchema } from './schema';

// Files are read from disk, not through `wording.ts`: a language whose files are missing then fails by itself and leaves
// the others to be judged.

/** What a language adds to the rules: `wording/<language>/rules.json`. */
const RulesSchema = v.strictObject({
	/** Words for "always" and "never": they make an option easy to rule out. */
	absolutes: v.array(v.string()),
	/** Words that judge a choice, and so give it away. */
	moral: v.array(v.string()),
	/** Phrases that say what somebody is, where only what somebody chose is known. */
	verdicts: v.array(v.string()),
	/** Words that only some countries of the language use. */
	regional: v.array(v.string()),
	/** What a question has in it, such as an opening mark, and what it ends with. */
	question: v.tuple([v.string(), v.string()]),
	/** Patterns of prefixes that the script writes together with a word. */
	prefixes: v.array(v.string()),
	/** Where articles are written together with the word, one word may say as much as two. */
	fewestTitleWords: v.number(),
	/** Most words in a sentence of a debrief: some languages need more of them for the same sentence. */
	mostSentenceWords: v.number(),
	/** Largest ratio of words between the longest and the shortest option of a scene. */
	mostWordRatio: v.number()
});

export const IDS = SCENARIOS.map((scenario) => scenario.id);

type WordingFile = 'scenes' | 'debriefs' | 'rules' | 'version-1/scenes' | 'version-1/debriefs';

export function fileOf(language: Language, name: WordingFile): unknown {
	return JSON.parse(readFileSync(new URL(`./wording/${language}/${name}.json`, import.meta.url), 'utf8'));
}

export const rulesOf = (language: Language) => v.parse(RulesSchema, fileOf(language, 'rules'));
export const scenesOf = (language: Language) =>
	Object.entries(v.parse(ScenesSchema, fileOf(language, 'scenes')));

export const debriefsOf = (language: Language) =>
	Object.entries(v.parse(DebriefsSchema, fileOf(language, 'debriefs')));

/** Every text of a wording, however deep: all strings but the kind of a sentence. */
export function textsIn(wording: unknown): string[] {
	if (typeof wording === 'string') return [wording];
	if (typeof wording !== 'object' || !wording) return [];
	return Object.entries(wording).flatMap(([key, part]) => (key === 'kind' ? [] : textsIn(part)));
}

/** The words as a reader counts them: `second-best` is one, and so is `$209`. */
export function wordsOf(text: string, language: Language): string[] {
	const words: string[] = [];
	let joins = false;
	let before = '';
	for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
		if (isWordLike && joins) words.push(`${words.pop() ?? ''}${before}${segment}`);
		else if (isWordLike) words.push(segment);
		joins = words.length > 0 && !isWordLike && /^[-‐‑]$/u.test(segment) && /[\p{L}\p{N}]$/u.test(before);
		before = segment;
	}
	return words;
}

export const countWords = (text: string, language: Language) => wordsOf(text, language).length;

export function sentencesOf(text: string, language: Language): string[] {
	const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
	return [...sentences].map(({ segment }) => segment.trim()).filter(Boolean);
}

/** Longest by shortest. */
export const spread = (sizes: readonly number[]) => Math.max(...sizes) / Math.min(...sizes);

/** Characters as a reader sees them, whatever number of code units they take. */
export const countCharacters = (text: string, language: Language) =>
	[...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].length;

/** Lower case, without Arabic vowel signs and the lengthening stroke. */
export const plain = (text: string) =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\u064b-\u0652\u0670\u0640]/gu, '');

/** Which of the words or phrases occur in the text, whole. */
export function found(text: string, phrases: readonly string[], language: Language): string[] {
	const words = wordsOf(plain(text), language);
	const line = ` ${words.join(' ')} `;
	const prefixes = rulesOf(language).prefixes.map((pattern) => new RegExp(pattern, 'u'));
	const bare = new Set(
		words.flatMap((word) => [word, ...prefixes.map((prefix) => word.replace(prefix, ''))])
	);
	return phrases.filter((phrase) => line.includes(` ${plain(phrase)} `) || bare.has(plain(phrase)));
}
