import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { FORMS, formOf, FORM_IDS, MINUTES } from './forms';
import { RETIRED_SCENARIOS, SCENARIOS } from './scenarios';
import { DIMENSIONS, DebriefsSchema, ScenesSchema, type Scenario } from './schema';
import {
	IDS,
	countCharacters,
	countWords,
	debriefsOf,
	fileOf,
	found,
	plain,
	rulesOf,
	scenesOf,
	sentencesOf,
	spread,
	textsIn
} from './content-rules.fixture';

// The checkable part of "Rules for the words".

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
