import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../languages';
import { plain } from '../languages/words';

/** For tests only: the messages as they were written, and what they are made of. */

// Files as they were written, neither loaded nor compiled: a language that lacks one then fails by itself.
const files = import.meta.glob<string>(['./messages/*/*.json', '!**/rules.json'], {
	eager: true,
	query: '?raw',
	import: 'default'
});

export type Messages = Map<string, string>;

/** Every text of a tree under its dotted key. A leaf that is no text is reported as a text. */
function leaves(tree: unknown, key: string): [string, string][] {
	if (typeof tree !== 'object' || tree === null)
		return [[key, typeof tree === 'string' ? tree : String(tree)]];
	return Object.entries(tree).flatMap(([name, child]) => leaves(child, `${key}.${name}`));
}

/** The messages of a language by key, the area first, such as `quiz.actions.next`. */
function messagesOf(language: Language): Messages {
	return new Map(
		Object.entries(files).flatMap(([path, text]) => {
			const [, folder, area] = /^\.\/messages\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
			return folder === language ? leaves(JSON.parse(text), area ?? '') : [];
		})
	);
}

export const MESSAGES = Object.fromEntries(
	LANGUAGES.map((language) => [language, messagesOf(language)])
) as Record<Language, Messages>;

/** What a language adds to the rules: `messages/<language>/rules.json`. */
const RulesSchema = v.strictObject({
	/** Phrases that say what somebody is, where only what somebody chose is known. */
	verdicts: v.array(v.string()),
	/** Words of praise and blame. */
	judging: v.array(v.string()),
	/** Words that say how common something is. */
	frequencies: v.array(v.string()),
	/** Plural forms that a message needs where it writes a number out, besides "other". */
	plurals: v.array(v.string()),
	/** In a script that is not Latin, the only words in small Latin letters: terms, statistics, addresses. */
	latinWords: v.nullable(v.array(v.string())),
	/** One word per thing: what the messages say, and what they never say for it. */
	glossary: v.record(v.string(), v.strictObject({ says: v.string(), never: v.array(v.string()) }))
});

export function rulesOf(language: Language): v.InferOutput<typeof RulesSchema> {
	const file = new URL(`./messages/${language}/rules.json`, import.meta.url);
	return v.parse(RulesSchema, JSON.parse(readFileSync(file, 'utf8')));
}

export type Tree = MessageFormatElement[];
export type Plural = { name: string; options: Record<string, Tree> };

export const treeOf = (message: string) => parse(message, { ignoreTag: true });

/** What a message is made of. ICU calls a number sign inside a plural a pound. */
export function partsOf(tree: Tree): {
	words: string[];
	/** Each argument with what it must be: text, a number, or one of some words. */
	values: Record<string, string>;
	plurals: Plural[];
	pounds: number;
} {
	const all = {
		words: [] as string[],
		values: {} as Record<string, string>,
		plurals: [] as Plural[],
		pounds: 0
	};
	for (const element of tree) {
		if (element.type === TYPE.literal) all.words.push(element.value);
		else if (element.type === TYPE.pound) all.pounds += 1;
		else if (element.type === TYPE.argument) all.values[element.value] = 'text';
		else if (element.type === TYPE.number) all.values[element.value] = 'number';
		else if (element.type === TYPE.plural || element.type === TYPE.select) {
			const options = Object.fromEntries(
				Object.entries(element.options).map(([key, option]) => [key, option.value])
			);
			if (element.type === TYPE.plural) all.plurals.push({ name: element.value, options });
			const words = Object.keys(options).sort().join(', ');
			all.values[element.value] = element.type === TYPE.plural ? 'number' : `one of ${words}`;
			for (const option of Object.values(options)) {
				const inner = partsOf(option);
				all.words.push(...inner.words);
				Object.assign(all.values, inner.values);
				all.plurals.push(...inner.plurals);
				all.pounds += inner.pounds;
			}
		} else all.values[element.value] = `of kind ${element.type}, which I18n does not use`;
	}
	return all;
}

export const partsOfMessage = (message: string) => partsOf(treeOf(message));

/** Entries of a language for which something is wrong, as `key: what`. */
export function wrong(
	language: Language,
	judge: (message: string, key: string) => string | false | undefined
): string[] {
	return [...MESSAGES[language]].flatMap(([key, message]) => {
		const fault = judge(message, key);
		return fault ? [`${key}: ${fault}`] : [];
	});
}

const segmenters = new Map<Language, Intl.Segmenter>();

export function wordsOf(text: string, language: Language): string[] {
	const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
	segmenters.set(language, segmenter);
	return [...segmenter.segment(text)]
		.filter(({ isWordLike }) => isWordLike)
		.map(({ segment }) => segment.toLowerCase());
}

const lines = new Map<string, string>();

/** The words of a text in one line, cut off at both ends. In Arabic "and" and "so" are written with the word. */
function lineOf(text: string, language: Language, bare = false): string {
	const key = `${language} ${bare} ${text}`;
	const line =
		lines.get(key) ??
		` ${wordsOf(plain(text), language)
			.map((word) => (bare ? word.replace(/^[وف](?=..)/u, '') : word))
			.join(' ')} `;
	lines.set(key, line);
	return line;
}

/** Which of the words or phrases occur in a text, whole. */
export function phrasesIn(text: string, phrases: readonly string[], language: Language): string[] {
	const all = [lineOf(text, language), lineOf(text, language, true)];
	return phrases.filter((phrase) => all.some((line) => line.includes(lineOf(phrase, language))));
}
