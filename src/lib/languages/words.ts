import type { Language } from './index';

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

/**
 * Returns which of the words or phrases occur in the text, whole.
 * @param prefixes patterns of what the script writes together with a word
 */
export function found(
	text: string,
	phrases: readonly string[],
	language: Language,
	prefixes: readonly string[]
): string[] {
	const words = wordsOf(plain(text), language);
	const line = ` ${words.join(' ')} `;
	const patterns = prefixes.map((pattern) => new RegExp(pattern, 'u'));
	const bare = new Set(
		words.flatMap((word) => [word, ...patterns.map((prefix) => word.replace(prefix, ''))])
	);
	return phrases.filter((phrase) => line.includes(` ${plain(phrase)} `) || bare.has(plain(phrase)));
}
