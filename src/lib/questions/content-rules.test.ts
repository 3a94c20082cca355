import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../languages';
import { FORMS, formOf, FORM_IDS, MINUTES } from './forms';
import { RETIRED_SCENARIOS, SCENARIOS } from './scenarios';
import { DIMENSIONS, DebriefsSchema, SAYING_KINDS, ScenesSchema, type Scenario } from './schema';

// The checkable part of "Rules for the words". Files are read from disk, not through `wording.ts`: a language whose
// files are missing then fails by itself and leaves the others to be judged.

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

const IDS = SCENARIOS.map((scenario) => scenario.id);

type WordingFile = 'scenes' | 'debriefs' | 'rules' | 'version-1/scenes' | 'version-1/debriefs';

function fileOf(language: Language, name: WordingFile): unknown {
	return JSON.parse(readFileSync(new URL(`./wording/${language}/${name}.json`, import.meta.url), 'utf8'));
}

const rulesOf = (language: Language) => v.parse(RulesSchema, fileOf(language, 'rules'));
const scenesOf = (language: Language) => Object.entries(v.parse(ScenesSchema, fileOf(language, 'scenes')));
const debriefsOf = (language: Language) =>
	Object.entries(v.parse(DebriefsSchema, fileOf(language, 'debriefs')));

/** Every text of a wording, however deep: all strings but the kind of a sentence. */
function textsIn(wording: unknown): string[] {
	if (typeof wording === 'string') return [wording];
	if (typeof wording !== 'object' || !wording) return [];
	return Object.entries(wording).flatMap(([key, part]) => (key === 'kind' ? [] : textsIn(part)));
}

/** The words as a reader counts them: `second-best` is one, and so is `$209`. */
function wordsOf(text: string, language: Language): string[] {
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

const countWords = (text: string, language: Language) => wordsOf(text, language).length;

function sentencesOf(text: string, language: Language): string[] {
	const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
	return [...sentences].map(({ segment }) => segment.trim()).filter(Boolean);
}

/** Longest by shortest. */
const spread = (sizes: readonly number[]) => Math.max(...sizes) / Math.min(...sizes);

/** Characters as a reader sees them, whatever number of code units they take. */
const countCharacters = (text: string, language: Language) =>
	[...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].length;

/** Lower case, without Arabic vowel signs and the lengthening stroke. */
const plain = (text: string) =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\u064b-\u0652\u0670\u0640]/gu, '');

/** Which of the words or phrases occur in the text, whole. */
function found(text: string, phrases: readonly string[], language: Language): string[] {
	const words = wordsOf(plain(text), language);
	const line = ` ${words.join(' ')} `;
	const prefixes = rulesOf(language).prefixes.map((pattern) => new RegExp(pattern, 'u'));
	const bare = new Set(
		words.flatMap((word) => [word, ...prefixes.map((prefix) => word.replace(prefix, ''))])
	);
	return phrases.filter((phrase) => line.includes(` ${plain(phrase)} `) || bare.has(plain(phrase)));
}

describe('the counting', () => {
	test('takes a hyphenated word, a price and a contraction for one word each', () => {
		expect(countWords('The second-best host costs $209; I’ll wait.', 'en')).toBe(7);
		expect(countWords('Une - dos', 'es')).toBe(2);
	});

	test('finds whole words only, through Arabic signs and prefixes', () => {
		expect(found('A kindly reply, never late', ['kind', 'never'], 'en')).toEqual(['never']);
		expect(found('لا أشاركه أبدًا', rulesOf('ar').absolutes, 'ar')).toEqual(['أبدا']);
		expect(found('والعادل من يسأل', rulesOf('ar').moral, 'ar')).toEqual(['عادل']);
		expect(found('أبدأ بالقراءة', rulesOf('ar').absolutes, 'ar')).toEqual([]);
	});
});

describe('the key', () => {
	test('has twenty scenes, five to each dimension', () => {
		for (const dimension of DIMENSIONS) {
			expect(SCENARIOS.filter((scenario) => scenario.dimension === dimension).length, dimension).toBe(5);
		}
		expect(new Set(IDS).size).toBe(20);
	});

	test('uses no number and no name twice, retired scenes included', () => {
		const all: readonly Scenario[] = [...SCENARIOS, ...RETIRED_SCENARIOS];
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		expect(all.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
	});
});

// Frozen: a language that came later has none.
describe.each(['en', 'es', 'ar'] as const)('version 1 in %s', (language) => {
	test('still has the words of all its scenes', () => {
		const ids = [...formOf('full', 1).scenarioIds];
		expect(Object.keys(v.parse(ScenesSchema, fileOf(language, 'version-1/scenes')))).toEqual(ids);
		expect(Object.keys(v.parse(DebriefsSchema, fileOf(language, 'version-1/debriefs')))).toEqual(ids);
	});
});

describe('the times that the start page promises', () => {
	/** Words a minute of quick and slow readers of a screen, and the seconds that a choice takes. */
	const [QUICK, SLOW, CHOICE] = [230, 180, 8];

	test.each(FORM_IDS)('fit the words of the %s form', (id) => {
		const scenes = new Map(scenesOf('en'));
		const read = FORMS[id].scenarioIds.map((scene) => scenes.get(scene));
		const words = read.reduce(
			(sum, scene) => sum + countWords([scene?.stem, ...(scene?.options ?? [])].join(' '), 'en'),
			0
		);
		const minutes = (pace: number) => words / pace + (CHOICE * read.length) / 60;
		// Rounded up at the slow end: nobody minds being done before the time.
		expect({ from: Math.round(minutes(QUICK)), to: Math.ceil(minutes(SLOW)) }).toEqual(MINUTES[id]);
	});
});

describe.each(LANGUAGES)('the scenes in %s', (language) => {
	const rules = rulesOf(language);

	test('are those of the key, in its order', () => {
		expect(scenesOf(language).map(([id]) => id)).toEqual(IDS);
	});

	test('have titles of their own, two to five words long', () => {
		const titles = scenesOf(language).map(([, scene]) => scene.title);
		expect(new Set(titles.map(plain)).size).toBe(titles.length);
		const outside = titles.filter((title) => {
			const words = countWords(title, language);
			return words < rules.fewestTitleWords || words > 5;
		});
		expect(outside).toEqual([]);
	});

	test('have stems of 30 to 55 words, in sentences of at most 20', () => {
		for (const [id, { stem }] of scenesOf(language)) {
			expect.soft(countWords(stem, language), `${id}: stem`).toBeGreaterThanOrEqual(30);
			expect.soft(countWords(stem, language), `${id}: stem`).toBeLessThanOrEqual(55);
			for (const sentence of sentencesOf(stem, language)) {
				expect.soft(countWords(sentence, language), `${id}: ${sentence}`).toBeLessThanOrEqual(20);
			}
		}
	});

	test('say in the stem who the other person is', () => {
		for (const [id, { who, stem }] of scenesOf(language)) expect.soft(stem, id).toContain(who);
	});

	test('have five different options of 6 to 16 words', () => {
		for (const [id, { options }] of scenesOf(language)) {
			expect.soft(new Set(options.map(plain)).size, id).toBe(5);
			for (const option of options) {
				expect.soft(countWords(option, language), `${id}: ${option}`).toBeGreaterThanOrEqual(6);
				expect.soft(countWords(option, language), `${id}: ${option}`).toBeLessThanOrEqual(16);
			}
		}
	});

	test('have options of much the same length, so that none stands out', () => {
		for (const [id, { options }] of scenesOf(language)) {
			const characters = options.map((option) => countCharacters(option, language));
			const words = options.map((option) => countWords(option, language));
			expect.soft(spread(characters), `${id}: characters ${characters.join(' ')}`).toBeLessThanOrEqual(1.25);
			expect.soft(spread(words), `${id}: words ${words.join(' ')}`).toBeLessThanOrEqual(rules.mostWordRatio);
		}
	});

	test('fit on one screen: at most 125 words', () => {
		for (const [id, { stem, options }] of scenesOf(language)) {
			expect.soft(countWords([stem, ...options].join(' '), language), id).toBeLessThanOrEqual(125);
		}
	});

	test('give no option away by an absolute or a moral word', () => {
		for (const [id, { options }] of scenesOf(language)) {
			for (const option of options) {
				const words = [...rules.absolutes, ...rules.moral];
				expect.soft(found(option, words, language), `${id}: ${option}`).toEqual([]);
			}
		}
	});
});

test.each(LANGUAGES)('no text in %s has a word that only some countries use', (language) => {
	const { regional } = rulesOf(language);
	const texts = [...scenesOf(language), ...debriefsOf(language)].flatMap(([, wording]) => textsIn(wording));
	expect(texts.flatMap((text) => found(text, regional, language))).toEqual([]);
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the words in %s', (language) => {
	test('are no copy of the English', () => {
		const english = new Set(
			[...scenesOf('en'), ...debriefsOf('en')].flatMap(([, wording]) => textsIn(wording))
		);
		const texts = [...scenesOf(language), ...debriefsOf(language)].flatMap(([, wording]) => textsIn(wording));
		expect(texts.filter((text) => english.has(text))).toEqual([]);
	});
});

test('the English leaves room for longer languages and calls nobody he or she', () => {
	for (const [id, { stem, options }] of scenesOf('en')) {
		const scene = [stem, ...options].join(' ');
		expect.soft(countWords(stem, 'en'), `${id}: stem`).toBeGreaterThanOrEqual(38);
		expect.soft(countWords(stem, 'en'), `${id}: stem`).toBeLessThanOrEqual(48);
		expect.soft(countWords(scene, 'en'), id).toBeLessThanOrEqual(105);
		expect.soft(found(scene, ['he', 'she', 'him', 'his', 'her', 'hers'], 'en'), id).toEqual([]);
	}
});

describe.each(LANGUAGES)('the debriefs in %s', (language) => {
	const rules = rulesOf(language);

	test('are those of the key, in its order', () => {
		expect(debriefsOf(language).map(([id]) => id)).toEqual(IDS);
	});

	test('are short: reasons of 5 to 20 words, gains and costs of 6 to 25', () => {
		for (const [id, { rungs }] of debriefsOf(language)) {
			for (const [rung, { reason, gives, costs }] of rungs.entries()) {
				const within = (text: string, least: number, most: number) => {
					expect.soft(countWords(text, language), `${id} ${rung}: ${text}`).toBeGreaterThanOrEqual(least);
					expect.soft(countWords(text, language), `${id} ${rung}: ${text}`).toBeLessThanOrEqual(most);
				};
				within(reason, 5, 20);
				within(gives, 6, 25);
				within(costs, 6, 25);
			}
		}
	});

	test('keep to plain sentences and say what was chosen, not what somebody is', () => {
		for (const [id, { rungs, question, followUp, otherSide, caution }] of debriefsOf(language)) {
			const texts = rungs.flatMap(({ reason, gives, costs }) => [reason, gives, costs]);
			for (const text of [...texts, question, followUp ?? '', otherSide ?? '', caution ?? '']) {
				expect.soft(found(text, rules.verdicts, language), `${id}: ${text}`).toEqual([]);
				for (const sentence of sentencesOf(text, language)) {
					expect
						.soft(countWords(sentence, language), `${id}: ${sentence}`)
						.toBeLessThanOrEqual(rules.mostSentenceWords);
				}
			}
		}
	});

	test('say nothing that is said of another choice too', () => {
		const texts = debriefsOf(language).flatMap(([, { rungs }]) =>
			rungs.flatMap(({ reason, gives, costs }) => [reason, gives, costs])
		);
		const repeated = texts.filter((text, i) => texts.indexOf(text) !== i);
		expect(repeated).toEqual([]);
	});

	test('end with two questions of 6 to 30 words, different ones for each scene', () => {
		const questions = debriefsOf(language).flatMap(([, { question, followUp }]) => [
			question,
			followUp ?? ''
		]);
		expect(new Set(questions).size).toBe(2 * IDS.length);
		for (const question of questions) {
			const [within, end] = rules.question;
			expect.soft(question).toContain(within);
			expect.soft(question.endsWith(end), question).toBe(true);
			expect.soft(countWords(question, language), question).toBeGreaterThanOrEqual(6);
			expect.soft(countWords(question, language), question).toBeLessThanOrEqual(30);
		}
	});

	test('tell six scenes from the other chair, in 40 to 80 words, the same ones in every language', () => {
		const told = debriefsOf(language).flatMap(([id, { otherSide }]) =>
			otherSide ? [{ id, otherSide }] : []
		);
		expect(told.map(({ id }) => id)).toEqual([
			'dealer-host',
			'charity-thanks',
			'close-friend',
			'linkedin-stranger',
			'free-audit',
			'speaking-slot'
		]);
		for (const { id, otherSide } of told) {
			expect.soft(countWords(otherSide, language), id).toBeGreaterThanOrEqual(40);
			expect.soft(countWords(otherSide, language), id).toBeLessThanOrEqual(80);
		}
	});

	test('give each scene one sentence or two to say, of 8 to 30 words, and each kind at least five times', () => {
		const sayings = debriefsOf(language).map(([id, { say }]) => ({ id, say }));
		for (const { id, say } of sayings) {
			expect.soft(countWords(say?.text ?? '', language), id).toBeGreaterThanOrEqual(8);
			expect.soft(countWords(say?.text ?? '', language), id).toBeLessThanOrEqual(30);
			// The page puts its own marks around it.
			expect.soft(say?.text, id).not.toMatch(/[«»“”"]/u);
		}
		for (const kind of SAYING_KINDS)
			expect(sayings.filter(({ say }) => say?.kind === kind).length, kind).toBeGreaterThanOrEqual(5);
	});

	test('warn of rules of platforms and laws exactly where the key names a practice', () => {
		const warned = debriefsOf(language).flatMap(([id, { caution }]) => (caution ? [id] : []));
		expect(warned).toEqual(SCENARIOS.flatMap((scenario) => ('practice' in scenario ? [scenario.id] : [])));
	});
});
