import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { LIMITS, scenesOfForm, SettingsSchema, type Settings } from '$lib/group';
import { DEALER_STORY, FORMS, type ScenarioId } from '$lib/questions';
import { FIELDS, filledIn, placeField, readNumber, readOpening, untouched, type Typed } from './opening';

type Entry = readonly [string, string | Blob];

/** The form as a browser sends it, with some fields filled in differently; null leaves one out. */
function formWith(changes: Record<string, string | null> = {}, more: readonly Entry[] = []) {
	const { title, language, scenes, pace, smallestGroup, keepDays } = untouched('es');
	const fields = { title: title || 'Tuesday', language, scenes, pace, smallestGroup, keepDays, ...changes };
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) if (value !== null) form.append(name, value);
	for (const [name, value] of more) form.append(name, value);
	return form;
}

const read = (changes?: Record<string, string | null>, more?: readonly Entry[]) =>
	readOpening(formWith(changes, more));
const settingsOf = (...given: Parameters<typeof read>) => {
	const opening = read(...given);
	if (!opening.ok) throw new Error(JSON.stringify(opening.faults));
	return opening.settings;
};
const faultsOf = (...given: Parameters<typeof read>) => {
	const opening = read(...given);
	return opening.ok ? {} : opening.faults;
};

describe('a form that only has a title', () => {
	test('asks for what stands in it at first', () => {
		expect(settingsOf()).toEqual({
			title: 'Tuesday',
			language: 'es',
			scenes: scenesOfForm('short'),
			pace: 'led',
			countdown: null,
			smallestGroup: LIMITS.smallestGroup.usual,
			keepDays: LIMITS.keepDays.usual,
			rows: false,
			guessing: false,
			framing: false
		});
	});

	test('has no passphrase, and another has the one that was typed', () => {
		expect(readOpening(formWith())).toMatchObject({ passphrase: undefined });
		expect(readOpening(formWith({ passphrase: ' open sesame ' }))).toMatchObject({
			passphrase: ' open sesame '
		});
	});
});

describe('a form that a link has filled in', () => {
	const again = (given: Parameters<typeof filledIn>[1]) => {
		const { places, rows, guessing, framing, ...fields } = filledIn('es', given);
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		for (const [scene, place] of Object.entries(places))
			form.append(placeField(scene as ScenarioId), place ?? '');
		if (rows) form.append('rows', 'on');
		if (guessing) form.append('guessing', 'on');
		if (framing) form.append('framing', 'on');
		const opening = readOpening(form);
		return opening.ok ? opening.settings : opening.faults;
	};
	const settings: Settings = {
		title: 'Tuesday',
		language: 'ar',
		scenes: ['thin-post', 'dealer-host', 'close-friend'],
		pace: 'free',
		countdown: 900,
		smallestGroup: 4,
		keepDays: 7,
		rows: true,
		guessing: true,
		framing: true
	};

	test('opens the same workshop', () => {
		expect(again(settings)).toEqual(settings);
		const full = { ...settings, scenes: scenesOfForm('full') };
		expect(filledIn('en', full)).toMatchObject({ scenes: 'full', places: {} });
		expect(again(full)).toEqual(full);
	});

	test('asks for a title where the link has none, and is as usual otherwise', () => {
		expect(filledIn('es', {})).toEqual(untouched('es'));
		expect(again({ scenes: settings.scenes })).toEqual({ title: 'title.empty' });
	});
});

describe('the title', () => {
	test.each([
		['  Trust,   and likes ', 'Trust,   and likes'],
		['a\r\nb\u0000c\u2028d', 'a b c d'],
		['e\u0301t\u00e9', '\u00e9t\u00e9'],
		['می‌خواهم', 'می‌خواهم'],
		['🧵', '🧵'],
		['<b>&amp;</b>', '<b>&amp;</b>'],
		['x'.repeat(LIMITS.title.most), 'x'.repeat(LIMITS.title.most)]
	])('%j is read as %j', (title, read) => {
		expect(settingsOf({ title }).title).toBe(read);
	});

	test.each(['', '   ', '\n\t', '\u200b\u200d', '\u00a0\u3000', '\u0301'])(
		'%j is none, since nothing of it can be seen',
		(title) => {
			expect(faultsOf({ title })).toEqual({ title: 'title.empty' });
		}
	);

	test.each(['👩‍👩‍👧', 'سَ', 'g̈'])('is as long as people count, in %s', (character) => {
		const title = character.repeat(LIMITS.title.most);
		expect(settingsOf({ title }).title).toBe(title);
		expect(faultsOf({ title: title + character })).toEqual({ title: 'title.long' });
	});

	test('can be too long, and is shown again even then', () => {
		const long = 'x'.repeat(LIMITS.title.most + 1);
		expect(faultsOf({ title: long })).toEqual({ title: 'title.long' });
		expect(faultsOf({ title: `x${'\u0301'.repeat(LIMITS.title.mostCodeUnits)}` })).toEqual({
			title: 'title.long'
		});
		expect(read({ title: long }).typed.title).toBe(long);
		const huge = read({ title: 'y'.repeat(300_000) });
		expect(huge).toMatchObject({ ok: false, faults: { title: 'title.long' } });
		expect(huge.typed.title.length).toBeLessThan(3000);
	});
});

describe('scenes picked one by one', () => {
	const own = (places: Record<string, string>) => ({
		scenes: 'own',
		...Object.fromEntries(Object.entries(places).map(([scene, place]) => [`place.${scene}`, place]))
	});

	test('come in the order of their numbers, gaps or not', () => {
		const places = { 'free-audit': '7', 'thin-post': ' 30 ', 'link-request': '1' };
		expect(settingsOf(own(places)).scenes).toEqual(['link-request', 'free-audit', 'thin-post']);
	});

	test('with the same number come in the order of the list', () => {
		const places = { 'free-audit': '1', 'thin-post': '1', 'dealer-host': '0' };
		expect(settingsOf(own(places)).scenes).toEqual(['dealer-host', 'thin-post', 'free-audit']);
	});

	test('may be the story of the dealer in any order: that is for the host to say', () => {
		const places = Object.fromEntries(DEALER_STORY.map((scene, i) => [scene, String(9 - i)]));
		expect(settingsOf(own(places)).scenes).toEqual([...DEALER_STORY].reverse());
	});

	test('may be all there are', () => {
		const places = Object.fromEntries(FORMS.full.scenarioIds.map((scene, i) => [scene, String(i + 1)]));
		expect(settingsOf(own(places)).scenes).toEqual(FORMS.full.scenarioIds);
	});

	test('may be none, which is too few', () => {
		for (const places of [{}, { 'thin-post': '  ' }, { 'no-such-scene': '1' }, { toString: '1' }]) {
			expect(faultsOf(own(places as Record<string, string>))).toEqual({ scenes: 'scenes.none' });
		}
	});

	test.each(['first', '1st', '-1', '1.5', '1e3', '0x1', '9'.repeat(10)])(
		'beside %j are in no order',
		(place) => {
			const opening = read(own({ 'thin-post': place, 'free-audit': '2' }));
			expect(opening).toMatchObject({
				ok: false,
				faults: { scenes: 'scenes.order' },
				typed: { places: { 'thin-post': place, 'free-audit': '2' } }
			});
		}
	);

	test('are kept but not used where a whole form is chosen', () => {
		const opening = read({ ...own({ 'thin-post': 'first' }), scenes: 'full' });
		expect(opening).toMatchObject({
			ok: true,
			settings: { scenes: scenesOfForm('full') },
			typed: { places: { 'thin-post': 'first' } }
		});
	});
});

describe('a number', () => {
	test.each([
		['5', 5],
		[' 12 ', 12],
		['007', 7],
		['١٢', 12],
		['۲۰', 20],
		['１５', 15],
		['٣0', 30]
	])('%j is %i', (text, number) => expect(readNumber(text)).toBe(number));

	test.each(['', ' ', 'five', '5.0', '5,5', '+5', '-5', '1 0', 'NaN', 'Infinity', '½', '1'.repeat(500)])(
		'%j is none',
		(text) => expect(readNumber(text)).toBeNaN()
	);

	test('outside its bounds is said to be so, and within them is taken', () => {
		for (const field of ['smallestGroup', 'keepDays'] as const) {
			const { least, most } = LIMITS[field];
			for (const wrong of [0, least - 1, most + 1, 999_999_999]) {
				expect(faultsOf({ [field]: String(wrong) })).toEqual({ [field]: `${field}.range` });
			}
			for (const right of [least, most]) expect(settingsOf({ [field]: String(right) })[field]).toBe(right);
			expect(faultsOf({ [field]: 'many' })).toEqual({ [field]: `${field}.number` });
		}
	});
});

describe('odd forms', () => {
	test('with nothing in them are wrong in every field', () => {
		expect(readOpening(new FormData())).toEqual({
			ok: false,
			faults: {
				title: 'title.empty',
				language: 'language.unknown',
				scenes: 'scenes.unknown',
				pace: 'pace.unknown',
				smallestGroup: 'smallestGroup.number',
				keepDays: 'keepDays.number'
			},
			typed: {
				title: '',
				language: '',
				scenes: '',
				places: {},
				pace: '',
				countdown: '',
				smallestGroup: '',
				keepDays: '',
				rows: false,
				guessing: false,
				framing: false
			} satisfies Typed
		});
	});

	test('with choices that there are not are wrong in just these', () => {
		expect(faultsOf({ language: 'xx', pace: 'fast', scenes: 'toString' })).toEqual({
			language: 'language.unknown',
			pace: 'pace.unknown',
			scenes: 'scenes.unknown'
		});
	});

	test('with a field twice mean the last', () => {
		expect(settingsOf({ pace: 'free' }, [['pace', 'led']]).pace).toBe('led');
		expect(settingsOf({}, [['title', 'Wednesday']]).title).toBe('Wednesday');
	});

	test('with a file for a text have no text', () => {
		expect(faultsOf({}, [['title', new Blob(['x'])]])).toEqual({ title: 'title.empty' });
	});

	test('with a ticked box allow rows, whatever its value', () => {
		expect(settingsOf({ rows: 'on' }).rows).toBe(true);
		expect(settingsOf({ framing: 'on' })).toMatchObject({ rows: false, guessing: false, framing: true });
		expect(settingsOf({ guessing: 'on' })).toMatchObject({ guessing: true, framing: false });
		expect(settingsOf({ rows: '' }).rows).toBe(true);
	});

	test('give settings that the rules accept, or a fault of a known field, and never throw', () => {
		const names = fc.constantFrom(
			...[
				'title',
				'language',
				'scenes',
				'pace',
				'smallestGroup',
				'keepDays',
				'rows',
				'passphrase',
				'__proto__'
			],
			...FORMS.full.scenarioIds.map(placeField)
		);
		const values = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.integer().map(String),
			fc.constantFrom('en', 'own', 'short', 'led', 'free', '5', '١')
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(names, values), { maxLength: 40 }), (entries) => {
				const form = new FormData();
				for (const [name, value] of entries) form.append(name, value);
				const opening = readOpening(form);
				if (opening.ok) expect(v.is(SettingsSchema, opening.settings)).toBe(true);
				else {
					expect(Object.keys(opening.faults).length).toBeGreaterThan(0);
					for (const [field, fault] of Object.entries(opening.faults)) {
						expect(FIELDS).toContain(field);
						expect(fault.startsWith(`${field}.`)).toBe(true);
					}
				}
			})
		);
	});
});
