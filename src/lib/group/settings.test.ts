import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FORMS, readsWell, RETIRED_SCENARIOS, SCENARIOS } from '../questions';
import { LIMITS, scenesOfForm, SettingsSchema, type Settings } from './settings';

const settings: Settings = {
	title: 'Monday',
	language: 'en',
	scenes: ['thin-post', 'dealer-host'],
	pace: 'led',
	countdown: null,
	smallestGroup: 5,
	keepDays: 30,
	rows: false,
	guessing: false,
	framing: false
};

const takes = (changes: object) => v.is(SettingsSchema, { ...settings, ...changes });

describe('the settings of a workshop', () => {
	it('are taken as they are', () => {
		expect(v.parse(SettingsSchema, settings)).toEqual(settings);
		expect(takes({ pace: 'free', rows: true, language: 'ar' })).toBe(true);
	});

	it.each(['smallestGroup', 'keepDays'] as const)('hold a whole number within the limits as %s', (field) => {
		const { least, most, usual } = LIMITS[field];
		for (const number of [least, usual, most]) expect(takes({ [field]: number })).toBe(true);
		for (const number of [least - 1, most + 1, least + 0.5, 0, -usual, NaN, Infinity, `${usual}`, null])
			expect(takes({ [field]: number })).toBe(false);
	});

	it('never show two people to each other, nor keep anything longer than half a year', () => {
		expect(LIMITS.smallestGroup).toEqual({ least: 3, most: 20, usual: 5 });
		expect(LIMITS.keepDays).toEqual({ least: 1, most: 180, usual: 30 });
	});

	it('have a title of 1 to 80 characters, without space around it', () => {
		expect(v.parse(SettingsSchema, { ...settings, title: '  Monday \n' }).title).toBe('Monday');
		for (const title of ['x', 'x'.repeat(80), ` ${'x'.repeat(80)} `]) expect(takes({ title })).toBe(true);
		for (const title of ['', ' \t ', 'x'.repeat(81), 7, null]) expect(takes({ title })).toBe(false);
	});

	it.each(['👩‍👩‍👧‍👦', 'é', 'नि', '🏳️‍🌈'])(
		'have a title of characters as people count them, such as %s',
		(character) => {
			expect(takes({ title: character.repeat(80) })).toBe(true);
			expect(takes({ title: character.repeat(81) })).toBe(false);
		}
	);

	it('have no title that one character fills with marks', () => {
		expect(takes({ title: `e${'\u0301'.repeat(999)}` })).toBe(true);
		expect(takes({ title: `e${'\u0301'.repeat(1_000)}` })).toBe(false);
	});

	it('ask each scene once, in any order, at least one, and none that the key does not have', () => {
		const all = SCENARIOS.map(({ id }) => id);
		fc.assert(
			fc.property(fc.shuffledSubarray(all, { minLength: 1 }), fc.nat(), (scenes, any) => {
				expect(v.parse(SettingsSchema, { ...settings, scenes }).scenes).toEqual(scenes);
				expect(takes({ scenes: scenes.toSpliced(any % (scenes.length + 1), 0, scenes[0]!) })).toBe(false);
				expect(takes({ scenes: [...scenes, 'Thin-post'] })).toBe(false);
			})
		);
		for (const { id } of RETIRED_SCENARIOS) expect(takes({ scenes: ['thin-post', id] })).toBe(false);
		for (const scenes of [[], 'thin-post', [1], [null], ['toString'], ['']])
			expect(takes({ scenes })).toBe(false);
	});

	it.each([
		{ language: 'xx' },
		{ language: 'EN' },
		{ language: null },
		{ pace: 'Led' },
		{ pace: '' },
		{ rows: 1 },
		{ rows: 'on' },
		{ hostKey: 'mine' }
	])('refuse %j', (changes) => expect(takes(changes)).toBe(false));

	it.each(Object.keys(settings))('need a %s', (field) => {
		const others = Object.entries(settings).filter(([name]) => name !== field);
		expect(v.is(SettingsSchema, Object.fromEntries(others))).toBe(false);
	});
});

describe('the scenes of a form', () => {
	it('can all be asked, and are the caller’s to change', () => {
		for (const form of ['full', 'short'] as const) {
			const scenes = scenesOfForm(form);
			const asked = [...scenes];
			expect(asked.toSorted()).toEqual(FORMS[form].scenarioIds.toSorted());
			expect(readsWell(asked)).toBe(true);
			expect(takes({ scenes })).toBe(true);
			scenes.reverse();
			expect(scenesOfForm(form)).toEqual(asked);
		}
	});
});
