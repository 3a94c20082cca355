import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, isScenarioId, type Form, type Rung, type ScenarioId } from '../questions';
import type { Answers } from '../scoring';
import { answersTo, forms } from '../scoring/answers.arbitrary';
import { responsesOf } from './responses';
import { anonymousRows } from './rows';

/** Below 1, as a source of random numbers has to be. */
const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

/** A form, a smallest group and what some people answered, from nobody to more than enough. */
const groups = fc
	.record({ form: forms, smallestGroup: fc.integer({ min: 3, max: 6 }) })
	.chain(({ form, smallestGroup }) =>
		fc.record({
			scenes: fc.constant(form.scenarioIds),
			smallestGroup: fc.constant(smallestGroup),
			people: fc.array(peopleOf(form), { maxLength: 12 })
		})
	);

/** Mostly a full run, as people do, so that enough of them come together. */
function peopleOf(form: Form): fc.Arbitrary<Answers> {
	return fc.oneof(
		{ weight: 3, arbitrary: answersTo(form, form.scenarioIds.length) },
		{ weight: 1, arbitrary: answersTo(form) }
	);
}

function drawnFrom(stream: Iterator<number>): () => number {
	return () => stream.next().value as number;
}

const asText = (rows: readonly (readonly (Rung | null)[])[]) => rows.map((row) => JSON.stringify(row));

/** How many of the rows hold something in that place. */
const given = (rows: readonly (readonly (Rung | null)[])[], place: number) =>
	rows.filter((row) => row[place] !== null).length;

const scenes: readonly ScenarioId[] = ['thin-post', 'van-dealer'];
const one = (...[first, second]: (Rung | null)[]): Answers => ({
	...(first != null && { 'thin-post': first }),
	...(second != null && { 'van-dealer': second })
});

describe('anonymousRows', () => {
	it('gives each order of the same rows equally often', () => {
		const people = [one(0, 0), one(1, 1), one(2, 2)];
		// Three choices, then two: every way in which the random source can fall, once.
		const orders = [0, 1 / 3, 2 / 3].flatMap((first) =>
			[0, 1 / 2].map((second) => {
				const chance = [first + 0.01, second + 0.01];
				return JSON.stringify(anonymousRows(people, scenes, 3, () => chance.shift()!));
			})
		);
		expect(new Set(orders).size).toBe(6);
	});

	it('keeps a scene that too few answered empty, and those out who answered no other', () => {
		const people = [one(0, 4), one(1), one(2), one(null, 3), one()];
		expect(anonymousRows(people, scenes, 3, () => 0.99)).toEqual([
			[0, null],
			[1, null],
			[2, null]
		]);
	});

	it('gives nothing where all but a few sat out', () => {
		expect(anonymousRows([one(0, 1), one(2, 3), one(), one(), one()], scenes, 3, () => 0)).toBeNull();
	});

	it('takes the values of a map', () => {
		const people = new Map(['a', 'b', 'c'].map((device) => [device, one(1, 2)]));
		expect(anonymousRows(people.values(), scenes, 3, () => 0)).toEqual(Array(3).fill([1, 2]));
	});

	it('never gives fewer rows than the smallest group, nor a scene with fewer answers', () => {
		let some = 0;
		fc.assert(
			fc.property(groups, chances, ({ people, scenes, smallestGroup }, stream) => {
				const rows = anonymousRows(people, scenes, smallestGroup, drawnFrom(stream));
				if (people.length < smallestGroup) expect(rows).toBeNull();
				if (rows === null) return;
				some += 1;
				expect(rows.length).toBeGreaterThanOrEqual(smallestGroup);
				scenes.forEach((_, i) =>
					expect([0, smallestGroup]).toContain(Math.min(given(rows, i), smallestGroup))
				);
			})
		);
		expect(some).toBeGreaterThan(10);
	});

	it('loses and invents no answer where enough people answered', () => {
		fc.assert(
			fc.property(groups, chances, ({ people, scenes, smallestGroup }, stream) => {
				const before = responsesOf(people, scenes);
				const enough = scenes.map((_, i) => given(before, i) >= smallestGroup);
				const wanted = before
					.map((row) => row.map((rung, i) => (enough[i] ? rung : null)))
					.filter((row) => row.some((rung) => rung !== null));
				const rows = anonymousRows(people, scenes, smallestGroup, drawnFrom(stream)) ?? [];
				expect(asText(rows).toSorted()).toEqual(asText(wanted).toSorted());
			})
		);
	});

	it('holds rungs and nothing else, in the order of the scenes, whatever else came along', () => {
		const people = Array.from({ length: 5 }, (_, i) =>
			Object.assign(one(3, 1), { device: `device-${i}`, at: 1_700_000_000 + i, 'link-request': 4 })
		);
		const rows = anonymousRows(people, scenes, 5, () => 0.5);
		expect(rows).toEqual(Array(5).fill([3, 1]));
	});

	it('leaves the answers as they are', () => {
		const people = Object.freeze([one(0, 1), one(2, 3), one(4, 0)].map(Object.freeze) as Answers[]);
		expect(anonymousRows(people, scenes, 3, () => 0)).toHaveLength(3);
		expect(people).toEqual([one(0, 1), one(2, 3), one(4, 0)]);
	});

	it.each([2, 0, -5, 3.5, NaN, Infinity])('refuses a smallest group of %d', (smallestGroup) => {
		expect(() => anonymousRows([], scenes, smallestGroup, () => 0)).toThrow(RangeError);
	});

	it('has scenes of the key in its examples', () => {
		expect(scenes.every(isScenarioId)).toBe(true);
		expect(FORMS.full.scenarioIds).toEqual(expect.arrayContaining([...scenes]));
	});
});
