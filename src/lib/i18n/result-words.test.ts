import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { countCharacters } from '../languages/words';
import { MESSAGES, phrasesIn, rulesOf } from './messages.fixture';

const ZONES = ['huntingFavours', 'keepingCount', 'dealingOpenly', 'goingByValue', 'valueAlone'];

describe.each(LANGUAGES)('the words about a result in %s', (language) => {
	const rules = rulesOf(language);

	const under = (...prefixes: string[]) =>
		[...MESSAGES[language]].filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));

	const found = (text: string, phrases: readonly string[]) => phrasesIn(text, phrases, language);

	test('are found whole by this test', () => {
		const [phrase = ''] = rules.verdicts;
		expect(found(`“${phrase}”.`, rules.verdicts)).toEqual([phrase]);
		expect(found(`x${phrase}x`, rules.verdicts)).toEqual([]);
	});

	test('say what was chosen, never what somebody is', () => {
		const texts = under('result.', 'terms.zones.', 'terms.dimensions.');
		expect(texts.length).toBeGreaterThan(80);
		const faults = texts.map(([key, text]) => [key, found(text, rules.verdicts)] as const);
		expect(faults.filter(([, phrases]) => phrases.length > 0)).toEqual([]);
	});

	test('neither praise nor blame in names and first lines', () => {
		const texts = under('terms.zones.', 'terms.poles.', ...ZONES.map((zone) => `result.zone.${zone}.common`));
		expect(texts).toHaveLength(22);
		const faults = texts.map(([key, text]) => [key, found(text, rules.judging)] as const);
		expect(faults.filter(([, words]) => words.length > 0)).toEqual([]);
	});

	test('have the same parts for each zone, at a like length', () => {
		const textsOf = (zone: string) =>
			under(`result.zone.${zone}.`).map(([key, text]) => [key.split('.').at(-1), text] as const);
		const parts = ['common', 'gives', 'costs', 'try', 'opposite'];
		for (const zone of ZONES) expect(textsOf(zone).map(([part]) => part)).toEqual(parts);

		const spread = (sizes: number[]) => Math.max(...sizes) / Math.min(...sizes);
		const sizes = (part: string) =>
			ZONES.map((zone) =>
				countCharacters(MESSAGES[language].get(`result.zone.${zone}.${part}`) ?? '', language)
			);
		const spreads = Object.fromEntries(parts.map((part) => [part, spread(sizes(part))]));
		expect(Object.entries(spreads).filter(([, ratio]) => ratio > 1.15)).toEqual([]);
	});

	const { frequencies } = rules;
	/** Texts that `patternOf` chooses, where the answers bear the claim out. */
	const BORNE_OUT = ['result.own.most.majority', 'result.own.most.commonest', 'result.own.most.tied'];

	test('say how common something is only where the answers bear it out', () => {
		const texts = under('result.', 'terms.', 'share.', 'paper.scoring.', 'scoring.band.', 'home.get.').filter(
			([key]) => !BORNE_OUT.includes(key)
		);
		expect(texts.length).toBeGreaterThan(200);
		const faults = texts.map(([key, text]) => [key, found(text, frequencies)] as const);
		expect(faults.filter(([, phrases]) => phrases.length > 0)).toEqual([]);
		for (const key of BORNE_OUT)
			expect(found(MESSAGES[language].get(key) ?? '', frequencies), key).not.toEqual([]);
	});
});
