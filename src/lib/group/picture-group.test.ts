import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, RUNGS, SCENARIOS, type Rung } from '../questions';
import { rungs } from '../scoring/answers.arbitrary';
import { answersNeeded, type Replies } from './counted-scenes';
import { pictureGroup, placeOf, stepOn, type GroupPicture, type SpreadPicture } from './picture';
import { anonymousRows } from './rows';

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
					expect('places' in spread).toBe(spread.kind === 'spread');
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
