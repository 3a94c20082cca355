import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rungs } from '../scoring/answers.arbitrary';
import { countRungs, type Counts } from './counts';
import { pictureScene, splitOf, splitsOf } from './picture';

const smallestGroups = fc.integer({ min: 3, max: 20 });

/** How many chose each rung; nobody and a few on purpose often, crowds now and then. */
const anyCounts = fc
	.array(fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 300 })), { minLength: 5, maxLength: 5 })
	.map((counts) => counts as unknown as Counts);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('the picture of a scene', () => {
	it.each<[Counts, number, ReturnType<typeof pictureScene>]>([
		[[0, 0, 0, 0, 0], 3, { kind: 'few' }],
		[[1, 0, 0, 1, 0], 3, { kind: 'few' }],
		[[1, 1, 1, 1, 0], 5, { kind: 'few' }],
		[[1, 1, 1, 1, 1], 5, { kind: 'shares', count: 5, shares: [20, 20, 20, 20, 20] }],
		[[0, 0, 5, 0, 0], 5, { kind: 'nearlyAll', rung: 2 }],
		[[1, 0, 4, 0, 0], 5, { kind: 'nearlyAll', rung: 2 }],
		[[0, 0, 0, 1, 2], 3, { kind: 'nearlyAll', rung: 4 }],
		[[2, 0, 4, 0, 0], 5, { kind: 'shares', count: 6, shares: [33, 0, 67, 0, 0] }],
		[[1, 1, 1, 0, 0], 3, { kind: 'shares', count: 3, shares: [33, 33, 33, 0, 0] }],
		[[2, 2, 2, 0, 0], 3, { kind: 'shares', count: 6, shares: [33, 33, 33, 0, 0] }],
		[[1, 1, 1, 1, 2], 3, { kind: 'shares', count: 6, shares: [17, 17, 17, 17, 33] }],
		[[0, 2, 2, 3, 0], 3, { kind: 'shares', count: 7, shares: [0, 29, 29, 43, 0] }]
	])('of %j among no fewer than %d', (counts, smallestGroup, picture) =>
		expect(pictureScene(counts, smallestGroup)).toStrictEqual(picture)
	);

	it('is the same of nobody as of fewer than the smallest group, and only of those', () => {
		fc.assert(
			fc.property(anyCounts, smallestGroups, (counts, smallestGroup) => {
				const picture = pictureScene(counts, smallestGroup);
				if (sumOf(counts) < smallestGroup)
					expect(picture).toStrictEqual(pictureScene([0, 0, 0, 0, 0], smallestGroup));
				else expect(picture.kind).not.toBe('few');
			})
		);
	});

	it('is the same of everybody as of all but one, wherever the one is', () => {
		fc.assert(
			fc.property(smallestGroups, fc.nat({ max: 40 }), rungs, rungs, (smallestGroup, more, many, one) => {
				const people = smallestGroup + more;
				const chosen = Array.from({ length: people }, (_, i) => (i === 0 ? one : many));
				const picture = pictureScene(countRungs(chosen), smallestGroup);
				expect(picture).toStrictEqual({ kind: 'nearlyAll', rung: many });
			})
		);
	});

	it('gives each share to the nearest per cent, halves up, equal ones for equal counts', () => {
		let shown = 0;
		fc.assert(
			fc.property(anyCounts, smallestGroups, (counts, smallestGroup) => {
				const picture = pictureScene(counts, smallestGroup);
				if (picture.kind !== 'shares') return;
				shown += 1;
				expect(picture.count).toBe(sumOf(counts));
				expect(picture.count).toBeGreaterThanOrEqual(smallestGroup);
				expect(picture.count - Math.max(...counts)).toBeGreaterThanOrEqual(2);
				counts.forEach((count, rung) => {
					const share = picture.shares[rung] as number;
					expect(Number.isInteger(share)).toBe(true);
					const excess = 2 * (share * picture.count - 100 * count);
					expect(excess).toBeGreaterThan(-picture.count);
					expect(excess).toBeLessThanOrEqual(picture.count);
					expect(share).toBe(picture.shares[counts.indexOf(count)]);
				});
			})
		);
		expect(shown).toBeGreaterThan(20);
	});

	it('gives shares whose sum misses 100 by two at most', () => {
		fc.assert(
			fc.property(anyCounts, smallestGroups, (counts, smallestGroup) => {
				const picture = pictureScene(counts, smallestGroup);
				if (picture.kind === 'shares') expect(Math.abs(sumOf(picture.shares) - 100)).toBeLessThanOrEqual(2);
			})
		);
	});

	it('counts each rung by itself', () => {
		expect(countRungs([])).toEqual([0, 0, 0, 0, 0]);
		expect(countRungs([0, 4, 4, 2])).toEqual([1, 0, 1, 0, 2]);
	});
});

describe('how much a scene splits a room', () => {
	it.each<[Counts, number]>([
		[[100, 0, 0, 0, 0], 0],
		[[0, 0, 100, 0, 0], 0],
		[[50, 0, 0, 0, 50], 1],
		[[50, 0, 50, 0, 0], 0.25],
		[[20, 20, 20, 20, 20], 0.5],
		[[0, 50, 50, 0, 0], 0.0625],
		[[0, 0, 0, 0, 0], 0]
	])('%j by %d', (shares, split) => expect(splitOf(shares)).toBeCloseTo(split, 12));

	it('lies between 0 and 1 and is the same from both ends of the ladder', () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const split = splitOf(counts);
				expect(split).toBeGreaterThanOrEqual(0);
				expect(split).toBeLessThanOrEqual(1);
				expect(splitOf(counts.toReversed() as unknown as Counts)).toBeCloseTo(split, 12);
			})
		);
	});

	it('is told of scenes with shares alone, the most split first', () => {
		const splits = splitsOf(
			new Map([
				['thin-post', { kind: 'shares', count: 8, shares: [0, 50, 50, 0, 0] }],
				['van-dealer', { kind: 'nearlyAll', rung: 4 }],
				['free-audit', { kind: 'shares', count: 8, shares: [50, 0, 0, 0, 50] }],
				['warm-introduction', { kind: 'few' }],
				['dealer-host', { kind: 'shares', count: 8, shares: [50, 0, 50, 0, 0] }]
			])
		);
		expect(splits.map(({ scene }) => scene)).toEqual(['free-audit', 'dealer-host', 'thin-post']);
		expect(splits.map(({ split }) => split)).toEqual([1, 0.25, 0.0625]);
	});
});
