import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, RUNGS, SCENARIOS, type Rung } from '../questions';
import { rungs } from '../scoring/answers.arbitrary';
import { answersNeeded, type Replies } from './counted-scenes';
import { countRungs, type Counts } from './counts';
import {
	pictureGroup,
	pictureScene,
	placeOf,
	splitOf,
	splitsOf,
	stepOn,
	type GroupPicture,
	type SpreadPicture
} from './picture';
import { anonymousRows } from './rows';

const smallestGroups = fc.integer({ min: 3, max: 20 });

/** How many chose each rung; nobody and a few on purpose often, crowds now and then. */
const anyCounts = fc
	.array(fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 300 })), { minLength: 5, maxLength: 5 })
	.map((counts) => counts as unknown as Counts);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/**
 * Some people and scenes; most people reply to most scenes, some sit out, some come late or leave together, and some scenes
 * are dull.
 */
const rooms = fc
	.record({
		smallestGroup: fc.integer({ min: 3, max: 5 }),
		shown: fc.shuffledSubarray(
			SCENARIOS.map(({ id }) => id),
			{ minLength: 2, maxLength: 10 }
		),
		crowd: fc.array(
			fc.record({
				replies: fc.array(fc.option(rungs, { freq: 20 }), { minLength: 10, maxLength: 10 }),
				from: fc.oneof(
					{ weight: 4, arbitrary: fc.constant(0) },
					{ weight: 1, arbitrary: fc.constantFrom(1, 2) }
				)
			}),
			{ maxLength: 16, size: 'max' }
		),
		dull: fc.array(fc.option(rungs, { freq: 2 }), { minLength: 10, maxLength: 10 })
	})
	.map(({ smallestGroup, shown, crowd, dull }) => ({
		smallestGroup,
		shown,
		people: crowd.map(({ replies, from }): Replies =>
			Object.fromEntries(
				shown.flatMap((scene, i) =>
					i < from ? [] : [[scene, replies[i] == null ? null : (dull[i] ?? replies[i])]]
				)
			)
		)
	}));

const spreadsOf = ({ overall, dimensions }: GroupPicture): SpreadPicture[] => [
	overall,
	...DIMENSIONS.map((dimension) => dimensions[dimension])
];

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

describe('the picture of a group, by hand', () => {
	/** Two of `filter`, one each of the others. */
	const scenes = ['thin-post', 'van-dealer', 'dealer-host', 'free-audit', 'testimonial'] as const;
	const one = (...chosen: (Rung | null | undefined)[]): Replies =>
		Object.fromEntries(scenes.flatMap((scene, i) => (chosen[i] === undefined ? [] : [[scene, chosen[i]]])));
	const three = [one(0, 0, 1), one(1, 2, 1), one(2, 2, 3), one(4, 4, 4), one(3, 3, 4)];

	it('hangs everybody in the five zones on three scenes', () => {
		const picture = pictureGroup(three, scenes.slice(0, 3), 5);
		expect(picture).toMatchObject({
			shown: 3,
			counted: scenes.slice(0, 3).map((scene) => ({ scene, nearlyAll: null })),
			missed: [{ first: 0, last: 0 }],
			step: 25,
			// Means of 1/3, 4/3, 7/3, 4 and 10/3 rungs.
			overall: {
				kind: 'spread',
				places: [
					{ place: 0, count: 1 },
					{ place: 25, count: 1 },
					{ place: 50, count: 1 },
					{ place: 75, count: 1 },
					{ place: 100, count: 1 }
				],
				quarters: null,
				middleZone: 50
			}
		});
		expect(three.map((replies) => placeOf(replies, picture))).toEqual([0, 25, 50, 100, 75]);
	});

	it('has no string on two scenes, and says that these are too few scenes', () => {
		const picture = pictureGroup(three, scenes.slice(0, 2), 5);
		expect(picture).toMatchObject({ shown: 2, counted: [], overall: { kind: 'fewScenes' } });
		expect(picture.splits).toHaveLength(2);
	});

	it('says that answers are too few where scenes are not', () => {
		expect(pictureGroup(three, scenes.slice(0, 3), 6)).toMatchObject({ shown: 0, overall: { kind: 'few' } });
		const apart = [...three, one(undefined, 1, 1), one(1, 1, undefined)];
		expect(pictureGroup(apart, scenes.slice(0, 3), 5)).toMatchObject({ shown: 3, overall: { kind: 'few' } });
	});

	it('tells quarters and middle from two smallest groups on', () => {
		const quarters = (people: readonly Replies[]) => {
			const { overall } = pictureGroup(people, scenes.slice(0, 3), 3);
			return overall.kind === 'spread' ? overall.quarters : undefined;
		};
		expect(quarters(three)).toBeNull();
		expect(quarters([...three, one(0, 1, 0)])).toEqual({ low: 0, middle: 50, high: 75 });
	});

	it('has a quarter of the people below the low quarter and a quarter above the high one', () => {
		// By the place in the line of twenty: one step to either side of a quarter lies in another zone.
		const rungs = [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 4, 4, 4] as const;
		const { overall } = pictureGroup(
			rungs.map((rung) => one(rung, rung, rung)),
			scenes.slice(0, 3),
			3
		);
		expect(overall).toMatchObject({ quarters: { low: 25, middle: 50, high: 75 }, middleZone: 50 });
	});

	it('tells no middle of a dimension of fewer than three scenes', () => {
		const { dimensions } = pictureGroup(three, scenes.slice(0, 3), 5);
		expect(Object.values(dimensions)).toEqual(Array(4).fill({ kind: 'fewScenes' }));
	});

	it('takes a dimension’s middle from those with a place, without places of its own', () => {
		const filter = ['thin-post', 'van-dealer', 'comment-pod'] as const;
		const people = [0, 1, 2, 3, 4, 0].map((rung): Replies =>
			Object.fromEntries(filter.map((scene, i) => [scene, ((rung + i) % 5) as Rung]))
		);
		expect(pictureGroup(people, filter, 3).dimensions.filter).toMatchObject({
			kind: 'spread',
			places: [],
			quarters: expect.any(Object) as object
		});
	});

	it('counts a scene in which nearly all chose alike as if all had', () => {
		const dissenting = [one(0, 0, 4), one(1, 3, 4), one(2, 2, 4), one(4, 4, 0)];
		const picture = pictureGroup(dissenting, scenes.slice(0, 3), 4);
		expect(picture.counted.at(-1)).toEqual({ scene: 'dealer-host', nearlyAll: 4 });
		expect(placeOf(one(4, 4, 0), picture)).toBe(100);
		expect(picture).toStrictEqual(
			pictureGroup([...dissenting.slice(0, 3), one(4, 4, 4)], scenes.slice(0, 3), 4)
		);
	});

	it.each([
		[3, 25],
		[6, 25],
		[7, 10],
		[13, 10],
		[14, 5],
		[20, 5]
	])('on %d scenes places lie %d points apart', (count, step) => expect(stepOn(count)).toBe(step));

	it('keeps a place coarser than two moves of a rung, wherever a place takes few answers', () => {
		for (let count = 3; count <= 20; count += 1)
			expect(stepOn(count)).toBeGreaterThanOrEqual(Math.min(25, (2 * 25) / answersNeeded(count)));
	});
});

describe('the picture of any group', () => {
	it('has no places of fewer people than the smallest group, nor of nearly all in one', () => {
		const kinds = new Set<string>();
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const picture = pictureGroup(people, shown, smallestGroup);
				for (const spread of spreadsOf(picture)) {
					kinds.add(spread.kind);
					if (spread.kind !== 'spread' || spread.places.length === 0) continue;
					const counts = spread.places.map(({ count }) => count);
					expect(sumOf(counts)).toBeGreaterThanOrEqual(smallestGroup);
					expect(sumOf(counts) - Math.max(...counts)).toBeGreaterThanOrEqual(2);
					expect(spread.quarters === null).toBe(sumOf(counts) < 2 * smallestGroup);
					expect(spread.places.filter(({ place }) => place % picture.step !== 0)).toEqual([]);
				}
			}),
			{ numRuns: 300 }
		);
		expect([...kinds].sort()).toEqual(['few', 'fewScenes', 'nearlyAll', 'spread']);
	});

	it('has as many at each place as find themselves there', () => {
		let spreads = 0;
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const picture = pictureGroup(people, shown, smallestGroup);
				const own = people.flatMap((replies) => placeOf(replies, picture) ?? []);
				if (picture.overall.kind !== 'spread') return;
				spreads += 1;
				const places = picture.overall.places.flatMap(({ place, count }) => Array<number>(count).fill(place));
				expect(own.sort((a, b) => a - b)).toEqual(places);
			})
		);
		expect(spreads).toBeGreaterThan(10);
	});

	it('does not depend on the order of people', () => {
		const turned = rooms.chain((room) =>
			fc.record({
				room: fc.constant(room),
				order: fc.shuffledSubarray(room.people, { minLength: room.people.length })
			})
		);
		fc.assert(
			fc.property(turned, ({ room: { people, shown, smallestGroup }, order }) => {
				const picture = pictureGroup(people, shown, smallestGroup);
				expect(pictureGroup(order, shown, smallestGroup)).toStrictEqual(picture);
			})
		);
	});

	it('leaves nobody over: beside the places are nobody, enough, or people who could have any of these', () => {
		let [counted, left] = [0, 0];
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const picture = pictureGroup(people, shown, smallestGroup);
				for (const { scene } of picture.counted) {
					counted += 1;
					const over = people.filter(
						(replies) => replies[scene] != null && placeOf(replies, picture) === null
					);
					if (over.length > 0) left += 1;
					// Nobody goes out in these rooms, so whoever came when enough others with a place did could be any of them.
					const hasCompany = (replies: Replies) => {
						const missed = picture.counted.findIndex(({ scene }) => replies[scene] !== undefined);
						return picture.missed.some(({ first }) => first === missed);
					};
					expect(over.length >= smallestGroup || over.every(hasCompany)).toBe(true);
				}
			}),
			{ numRuns: 600 }
		);
		expect(counted).toBeGreaterThan(50);
		expect(left).toBeGreaterThan(0);
	});

	it('tells nothing of who did not choose as nearly all did, and rows do not either', () => {
		let [hidden, rows] = [0, 0];
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const picture = pictureGroup(people, shown, smallestGroup);
				const alike = people.map((replies) => ({
					...replies,
					...Object.fromEntries(
						picture.counted.flatMap(({ scene, nearlyAll }) =>
							nearlyAll !== null && replies[scene] != null ? [[scene, nearlyAll]] : []
						)
					)
				}));
				if (picture.counted.some(({ nearlyAll }) => nearlyAll !== null)) hidden += 1;
				expect(pictureGroup(alike, shown, smallestGroup)).toStrictEqual(picture);
				const exported = anonymousRows(people, picture, () => 0);
				if (exported) rows += 1;
				expect(anonymousRows(alike, picture, () => 0)).toStrictEqual(exported);
			}),
			{ numRuns: 300 }
		);
		expect(Math.min(hidden, rows)).toBeGreaterThan(5);
	});

	it('lists the scenes with shares, the most split first', () => {
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const { splits } = pictureGroup(people, shown, smallestGroup);
				expect(splits.map(({ split }) => split)).toEqual(
					splits.map(({ split }) => split).sort((a, b) => b - a)
				);
				const shares = shown.filter((scene) => {
					const counts = RUNGS.map((rung) => people.filter((replies) => replies[scene] === rung).length);
					return sumOf(counts) >= smallestGroup && sumOf(counts) - Math.max(...counts) >= 2;
				});
				expect(splits.map(({ scene }) => scene).sort()).toEqual(shares.sort());
			})
		);
	});
});
