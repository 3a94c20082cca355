import { describe, expect, it } from 'vitest';
import type { Rung, ScenarioId } from '../questions';
import type { Replies } from './counted-scenes';
import { pictureGroup } from './picture';
import { pictureShift, shiftOf, type PlacesTwice, type RepliesTwice } from './shift';

const both = (first: number, second: number): PlacesTwice => ({ first, second });
const left = (first: number): PlacesTwice => ({ first, second: null });
const came = (second: number): PlacesTwice => ({ first: null, second });
const times = <T>(count: number, thing: T): T[] => Array<T>(count).fill(thing);

describe('the shift of places', () => {
	it('is the mean with its interval, in whole points and rounded outwards', () => {
		const people = times(8, [both(50, 40), both(50, 50), both(50, 50), both(50, 60), both(50, 70)]).flat();
		// R 4.2.2, t.test of the differences: 4, 0.696959559 to 7.303040441.
		expect(shiftOf(people, 5)).toEqual({ kind: 'shift', people: 40, mean: 4, low: 0, high: 8 });
	});

	it('is nothing where nobody moved', () => {
		const people = [both(40, 40), ...times(5, both(50, 50))];
		expect(shiftOf(people, 5)).toEqual({ kind: 'shift', people: 6, mean: 0, low: 0, high: 0 });
	});

	it.each([
		['fewer than the smallest group moved', [...times(4, both(50, 75)), ...times(9, both(50, 50))]],
		['fewer than the smallest group stayed', [...times(4, both(50, 50)), ...times(9, both(50, 75))]],
		['all moved alike', times(9, both(50, 75))],
		['all but one moved alike', [both(50, 25), ...times(9, both(50, 75))]]
	])('says no more than that some moved where %s', (_, people) => {
		expect(shiftOf(people, 5)).toEqual({ kind: 'some' });
	});

	it('is told of the smallest group and no fewer', () => {
		const five = [50, 60, 70, 60, 50].map((place) => both(40, place));
		expect(shiftOf(five, 5).kind).toBe('shift');
		expect(shiftOf(five.slice(1), 5).kind).toBe('few');
	});

	it('leaves people out where a few have one place only, so that these are among the smallest group', () => {
		const moving = times(4, [both(50, 50), both(50, 60), both(40, 60), both(60, 50), both(50, 50)]).flat();
		const shiftWith = (...others: PlacesTwice[]) => shiftOf([...moving, ...others], 5);
		expect(shiftWith()).toMatchObject({ kind: 'shift', people: 20 });
		expect(shiftWith(left(50))).toMatchObject({ kind: 'shift', people: 16 });
		expect(shiftWith(came(50), came(60))).toMatchObject({ people: 17 });
		expect(shiftWith(left(50), left(50), left(40), came(60))).toMatchObject({ people: 16 });
		expect(shiftWith(...[40, 50, 60, 70, 50].map(left))).toMatchObject({ people: 20 });
	});

	it('is of few where too few would be left', () => {
		const six = [50, 60, 70, 60, 50, 40].map((place) => both(40, place));
		expect(shiftOf([...six, left(50)], 5)).toEqual({ kind: 'few' });
	});
});

describe('the shift between two rounds', () => {
	const SCENES = ['thin-post', 'dealer-host', 'free-audit', 'testimonial'] as const;
	const replies = (...rungs: (Rung | null)[]): Replies =>
		Object.fromEntries(rungs.map((rung, i) => [SCENES[i], rung])) as Replies;
	const shiftBetween = (people: readonly RepliesTwice[], firstScenes: readonly ScenarioId[] = SCENES) => {
		const first = pictureGroup(
			people.map((person) => person.first),
			firstScenes,
			3
		);
		const counted = first.counted.map(({ scene }) => scene);
		const second = pictureGroup(
			people.map((person) => person.second),
			SCENES,
			3,
			counted.length > 0 ? counted : undefined
		);
		return { first, second, shift: pictureShift(people, first, second, 3) };
	};
	const mixed: RepliesTwice[] = [
		{ first: replies(0, 1, 2, 3), second: replies(2, 3, 4, 3) },
		{ first: replies(1, 2, 3, 4), second: replies(3, 3, 3, 4) },
		{ first: replies(4, 3, 1, 0), second: replies(4, 3, 4, 4) },
		{ first: replies(2, 2, 0, 1), second: replies(2, 2, 0, 1) },
		{ first: replies(3, 0, 2, 2), second: replies(3, 0, 2, 2) },
		{ first: replies(1, 4, 4, 1), second: replies(1, 4, 4, 1) }
	];

	it('rests on the scenes of the first string, even where the second could have more', () => {
		const { first, second, shift } = shiftBetween(mixed, SCENES.slice(0, 3));
		expect([first.counted, second.counted].map((counted) => counted.map(({ scene }) => scene))).toEqual(
			times(2, SCENES.slice(0, 3))
		);
		expect(second.shown).toBe(4);
		expect(shift).toMatchObject({ kind: 'shift', people: 6 });
	});

	it('is not told where the second string has to rest on fewer scenes', () => {
		const late = mixed.map((person, i) => {
			const { 'thin-post': missed, ...others } = person.second;
			return i === 5 && missed !== undefined ? { ...person, second: others } : person;
		});
		const { second, shift } = shiftBetween(late);
		expect(second.counted).toHaveLength(3);
		expect(shift).toEqual({ kind: 'otherScenes' });
	});

	it('is not told where a round has no string', () => {
		expect(shiftBetween(mixed, SCENES.slice(0, 2)).shift).toEqual({ kind: 'few' });
	});
});
