import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, type Rung } from '../questions';
import { CUTS, score, spanOf, ZONES, zoneOf, type Profile, type Zone } from '../scoring';
import { answered, scorable } from '../scoring/answers.arbitrary';
import { dimensionThreads, overallThread } from './profile';

const zoneNames = Object.fromEntries(ZONES.map((zone) => [zone, `the ${zone}`])) as Record<Zone, string>;
function profileOf(form: 'full' | 'short', choices: (Rung | null)[]): Profile {
	const profile = score(answered(FORMS[form], choices), FORMS[form]);
	if (!profile) throw new Error('too few answers');
	return profile;
}

/** The run of the measurement notes: 65, from 57 to 73. */
const between = profileOf('full', [3, 2, 3, 4, 1, 3, 3, 2, 2, 3, 4, 3, 2, 3, 1, 3, 3, 2, 3, 2]);

const held = (profile: Profile) =>
	overallThread(profile, zoneNames, 'ltr')
		.zones.filter((zone) => zone.held)
		.map(({ name }) => name);

describe('the thread of the overall score', () => {
	test('is one, without a label, with its bead and its band', () => {
		const { rows, direction } = overallThread(between, zoneNames, 'ltr');
		expect(rows).toEqual([{ estimate: between.overall }]);
		expect(direction).toBe('ltr');
	});

	test('has the zones under it, end to end, by name', () => {
		const { zones, cuts } = overallThread(between, zoneNames, 'rtl');
		expect(zones.map(({ name, from, to }) => [name, from, to])).toEqual([
			['the huntingFavours', 0, 12.5],
			['the keepingCount', 12.5, 37.5],
			['the dealingOpenly', 37.5, 62.5],
			['the goingByValue', 62.5, 87.5],
			['the valueAlone', 87.5, 100]
		]);
		expect(cuts).toEqual(CUTS);
	});

	test('holds the zones that its band reaches over, and no other', () => {
		expect(held(between)).toEqual(['the dealingOpenly', 'the goingByValue']);
		expect(held(profileOf('full', Array<Rung>(20).fill(2)))).toEqual(['the dealingOpenly']);
		expect(held(profileOf('full', Array<Rung>(20).fill(0)))).toEqual(['the huntingFavours']);
		expect(held(profileOf('full', Array<Rung>(20).fill(4)))).toEqual(['the valueAlone']);
		expect(held(profileOf('short', [0, 4, 0, 4, 0, 4, 0, 4, 0, 4]))).toEqual([
			'the keepingCount',
			'the dealingOpenly',
			'the goingByValue'
		]);
	});

	test('holds the zones of the headline, whatever was answered', () => {
		fc.assert(
			fc.property(scorable, ({ form, answers }) => {
				const profile = score(answers, form) as Profile;
				const names = held(profile);
				const { from, to } = spanOf(profile.overall.band);
				expect(names.at(0)).toBe(zoneNames[from]);
				expect(names.at(-1)).toBe(zoneNames[to]);
				expect(names).toContain(zoneNames[zoneOf(profile.overall.score)]);
			})
		);
	});
});

describe('the threads of the dimensions', () => {
	test('are four, in the order of the key, without zones', () => {
		const { rows, zones, cuts, direction } = dimensionThreads(between, 'rtl', 24);
		expect(rows).toEqual([
			{ estimate: between.dimensions.filter },
			{ estimate: between.dimensions.strings },
			{ estimate: between.dimensions.pull },
			{ estimate: between.dimensions.candour }
		]);
		expect(between.dimensions.filter?.score).toBe(65);
		expect([zones, cuts, direction]).toEqual([[], CUTS, 'rtl']);
	});

	test('are bare where too few answers give no score', () => {
		const skippedTwo = profileOf('full', [null, null, 3, 4, 1, ...Array<Rung>(15).fill(3)]);
		const { rows } = dimensionThreads(skippedTwo, 'ltr', 24);
		expect(rows.map(({ estimate }) => estimate?.score ?? null)).toEqual([null, 75, 75, 75]);

		const short = profileOf('short', Array<Rung>(10).fill(3));
		expect(dimensionThreads(short, 'ltr', 24).rows.map(({ estimate }) => estimate)).toEqual([
			null,
			null,
			null,
			null
		]);
	});
});
