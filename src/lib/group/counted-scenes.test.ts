import { describe, expect, it } from 'vitest';
import { FORMS, seededRandom, type Rung, type ScenarioId } from '../questions';
import { findBasis, hasPlace, type Replies } from './counted-scenes';

const SCENES = FORMS.full.scenarioIds;

/** Somebody who replies from one scene on to before another; every reply another rung, so that nobody is alike. */
function person(
	seed: number,
	[from, to]: readonly [number, number],
	sitsOut: readonly number[] = []
): Replies {
	return Object.fromEntries(
		SCENES.slice(0, to).flatMap((scene, i) =>
			i < from ? [] : [[scene, sitsOut.includes(i) ? null : (((seed * 7 + i * (seed + 1)) % 5) as Rung)]]
		)
	);
}

const people = (count: number, stay: readonly [number, number], first = 0) =>
	Array.from({ length: count }, (_, i) => person(first + i, stay));

const basisOf = (people: readonly Replies[], scenes: number, smallestGroup = 5) =>
	findBasis(people, SCENES.slice(0, scenes), smallestGroup);

const positions = (scenes: readonly ScenarioId[] | undefined) =>
	scenes?.map((scene) => SCENES.indexOf(scene));

describe('the scenes that scores rest on', () => {
	it('are all where nobody is missing', () => {
		expect(basisOf(people(7, [0, 6]), 6)).toEqual({
			scenes: SCENES.slice(0, 6),
			missed: [{ first: 0, last: 0 }]
		});
	});

	it('are those after a few came, and everybody is on them', () => {
		const room = [...people(17, [0, 6]), ...people(3, [2, 6], 17)];
		const basis = basisOf(room, 6);
		expect(positions(basis?.scenes)).toEqual([2, 3, 4, 5]);
		expect(room.filter((replies) => basis && !hasPlace(replies, basis))).toEqual([]);
	});

	it('are those before a few left', () => {
		expect(positions(basisOf([...people(8, [0, 6]), person(8, [0, 5])], 6)?.scenes)).toEqual([0, 1, 2, 3, 4]);
	});

	it('are all where enough came late together, who then have company', () => {
		const basis = basisOf([...people(12, [0, 9]), ...people(6, [2, 9], 12)], 9);
		expect(basis?.missed).toEqual([
			{ first: 0, last: 0 },
			{ first: 2, last: 0 }
		]);
	});

	it('give nobody a place for sitting out, and take none for one scene', () => {
		const room = [...people(8, [0, 5]), person(8, [0, 5], [0]), person(9, [0, 5], [4])];
		expect(basisOf(room, 5)?.scenes).toHaveLength(5);
	});

	it('leave out where too few people would be left over', () => {
		// One person who answered two of six scenes has no place on them, and nobody for company.
		const room = [...people(9, [0, 6]), person(9, [0, 6], [2, 3, 4, 5])];
		expect(positions(basisOf(room, 6)?.scenes)).toEqual([2, 3, 4, 5]);
	});

	it('are the later ones where two sets are as large and hold as many', () => {
		const room = [...people(9, [0, 6]), person(9, [0, 3]), person(10, [3, 6])];
		expect(positions(basisOf(room, 6)?.scenes)).toEqual([3, 4, 5]);
	});

	it('are none below three', () => {
		expect(basisOf(people(9, [0, 2]), 2)).toBeNull();
		expect(basisOf([...people(9, [0, 4]), person(9, [2, 4])], 4)).toBeNull();
	});

	it('leave a latecomer with a place no part of the score that others have and they have not', () => {
		// Two camps: with the first scene on the string, the beads would say which camp the latecomer is of.
		const camp = (rung: Rung, from = 0): Replies =>
			Object.fromEntries(SCENES.slice(from, 4).map((scene) => [scene, rung]));
		const room = [camp(0), camp(0), camp(0, 1), camp(4), camp(4), camp(4)];
		expect(positions(findBasis(room, SCENES.slice(0, 4), 5)?.scenes)).toEqual([1, 2, 3]);
	});

	it('are not those in which nearly all chose alike who are left over', () => {
		const alike = (seed: number): Replies => ({ ...person(seed, [0, 2]), [SCENES[1] as ScenarioId]: 3 });
		const room = [...people(9, [0, 8]), ...[9, 10, 11, 12, 13].map(alike)];
		const basis = basisOf(room, 8);
		expect(positions(basis?.scenes)).not.toContain(1);
		expect(basis?.scenes.length).toBeGreaterThanOrEqual(6);
	});

	it('are found in a blink for twenty scenes and twenty thousand people', () => {
		const random = seededRandom(4);
		const crowd = Array.from({ length: 20_000 }, (_, seed) => {
			const from = random() < 0.03 ? 1 + Math.floor(12 * random()) : 0;
			return person(
				seed,
				[from, 20],
				[...SCENES.keys()].filter(() => random() < 0.03)
			);
		});
		const before = performance.now();
		expect(basisOf(crowd, 20)?.scenes.length).toBeGreaterThan(15);
		expect(performance.now() - before).toBeLessThan(5_000);
	});
});

describe('a string at the end of the guide’s agendas', () => {
	/** In how many per cent of rooms there is none: 20 people, 3 % of replies sitting out. */
	function missing(scenes: number, late: number, rooms = 400): number {
		const random = seededRandom(scenes * 10 + late);
		let none = 0;
		for (let room = 0; room < rooms; room += 1) {
			const people = Array.from({ length: 20 }, (_, i): Replies =>
				Object.fromEntries(
					SCENES.slice(0, scenes).flatMap((scene, s) =>
						i < late && s < 2 ? [] : [[scene, random() < 0.03 ? null : (Math.floor(5 * random()) as Rung)]]
					)
				)
			);
			if (!basisOf(people, scenes)) none += 1;
		}
		return (100 * none) / rooms;
	}

	it('is hardly ever missing, but for three scenes with latecomers', () => {
		const rates = [3, 5, 6, 10].flatMap((scenes) =>
			[0, 3].map((late) => ({ scenes, late, percent: missing(scenes, late) }))
		);
		for (const { scenes, late, percent } of rates)
			console.info(
				`${scenes} scenes, ${late} of 20 late by two: no string in ${percent.toFixed(1)} % of rooms`
			);
		const percent = (scenes: number, late: number) =>
			rates.find((rate) => rate.scenes === scenes && rate.late === late)?.percent;
		expect(percent(3, 0)).toBeLessThan(10);
		expect(percent(3, 3)).toBe(100);
		expect(percent(5, 0)).toBeLessThanOrEqual(1);
		// Exactly three scenes are left for the string, as in an agenda of three with nobody late.
		expect(percent(5, 3)).toBeLessThan(10);
		for (const scenes of [6, 10])
			for (const late of [0, 3]) expect(percent(scenes, late)).toBeLessThanOrEqual(1);
	});
});
