import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, LANGUAGES } from '../questions';
import { LIMITS, PACES, scenesOfForm, type Settings } from './settings';
import { settingsIn, settingsQuery } from './settings-link';

const SETTINGS: Settings = {
	title: 'Trust & likes, again',
	language: 'es',
	scenes: ['thin-post', 'dealer-host'],
	pace: 'free',
	countdown: 600,
	smallestGroup: 7,
	keepDays: 14,
	rows: true,
	guessing: true,
	framing: true
};

const within = ({ least, most }: { least: number; most: number }) => fc.integer({ min: least, max: most });

const settings = fc.record<Settings>({
	title: fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
		.filter((title) => title.trim() === title && title !== ''),
	language: fc.constantFrom(...LANGUAGES),
	scenes: fc.shuffledSubarray([...FORMS.full.scenarioIds], { minLength: 1 }),
	pace: fc.constantFrom(...PACES),
	countdown: fc.option(within(LIMITS.countdown)),
	smallestGroup: within(LIMITS.smallestGroup),
	keepDays: within(LIMITS.keepDays),
	rows: fc.boolean(),
	guessing: fc.boolean(),
	framing: fc.boolean()
});

const readBack = (query: string) => settingsIn(new URLSearchParams(query));

describe('a link with settings', () => {
	test('says them so that a person can read it', () => {
		expect(settingsQuery(SETTINGS)).toBe(
			'title=Trust+%26+likes%2C+again&language=es&pace=free&seconds=600&smallest=7&days=14&rows=true&guessing=true&framing=true&scenes=thin-post+dealer-host'
		);
	});

	test('names a whole form', () => {
		expect(settingsQuery({ scenes: scenesOfForm('short') })).toBe('scenes=short');
		expect(readBack('scenes=full')).toMatchObject({ scenes: scenesOfForm('full') });
	});

	test('is read as it was written', () => {
		fc.assert(
			fc.property(settings, (given) => {
				expect(readBack(settingsQuery(given))).toEqual({ ...given, countdown: given.countdown ?? undefined });
			})
		);
	});

	test('may hold some settings alone, and those with commas', () => {
		expect(readBack('scenes=thin-post,dealer-host&smallest=4')).toEqual({
			scenes: ['thin-post', 'dealer-host'],
			smallestGroup: 4
		});
	});

	test.each([
		'title=',
		`title=${'x'.repeat(LIMITS.title.most + 1)}`,
		'language=xx',
		'scenes=',
		'scenes=thin-post+thin-post',
		'scenes=no-such-scene',
		'pace=fast',
		'smallest=1',
		'smallest=five',
		'days=999',
		'days=1.5',
		'__proto__=x'
	])('leaves %s out, which cannot be', (query) => {
		expect(readBack(query)).toEqual({});
	});

	test('may say anything, and gives nothing that the rules refuse', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom('title', 'scenes', 'days', 'pace', 'rows'), fc.string())),
				(pairs) => {
					const found = settingsIn(new URLSearchParams(pairs));
					expect(readBack(settingsQuery(found))).toEqual(found);
				}
			)
		);
	});
});
