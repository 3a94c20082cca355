import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, RUNGS, SCENARIOS, scenarioOf, type Rung, type ScenarioId } from '../questions';
import type { Answers } from '../scoring';
import { rungs } from '../scoring/answers.arbitrary';
import {
	countRungs,
	pictureGroup,
	pictureScene,
	placeOf,
	splitOf,
	splitsOf,
	type Counts,
	type GroupPicture,
	type SpreadPicture
} from './picture';

const smallestGroups = fc.integer({ min: 3, max: 20 });

/** How many chose each rung; nobody and a few on purpose often, crowds now and then. */
const anyCounts = fc
	.array(fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 300 })), { minLength: 5, maxLength: 5 })
	.map((counts) => counts as unknown as Counts);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Some people and scenes; most people answer most scenes, and some scenes are dull. */
const rooms = fc
	.record({
		smallestGroup: fc.integer({ min: 3, max: 8 }),
		shown: fc.shuffledSubarray(
			SCENARIOS.map(({ id }) => id),
			{ maxLength: 10 }
		),
		crowd: fc.array(fc.array(fc.option(rungs, { freq: 8 }), { minLength: 10, maxLength: 10 }), {
			maxLength: 15
		}),
		dull: fc.array(fc.option(rungs, { freq: 2 }), { minLength: 10, maxLength: 10 })
	})
	.map(({ smallestGroup, shown, crowd, dull }) => ({
		smallestGroup,
		shown,
		people: crowd.map((row) => answersOf(shown, (i) => (row[i] == null ? null : (dull[i] ?? row[i]))))
	}));

function answersOf(
	scenes: readonly ScenarioId[],
	choice: (position: number) => Rung | null | undefined
): Answers {
	const answers: Answers = {};
	scenes.forEach((scene, i) => {
		const rung = choice(i);
		if (rung != null) answers[scene] = rung;
	});
	return answers;
}

const spreadsOf = ({ overall, dimensions }: GroupPicture): SpreadPicture[] => [
	overall,
	...DIMENSIONS.map((dimension) => dimensions[dimension])
];

/** Nobody learns a thing from it, not even whether anybody was there. */
const NOTHING: GroupPicture = {
	counted: [],
	overall: { kind: 'few' },
	dimensions: {
		filter: { kind: 'few' },
		strings: { kind: 'few' },
		pull: { kind: 'few' },
		candour: { kind: 'few' }
	},
	splits: []
};

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
		[[1, 1, 1, 0, 0], 3, { kind: 'shares', count: 3, shares: [34, 33, 33, 0, 0] }],
		[[0, 2, 2, 3, 0], 3, { kind: 'shares', count: 7, shares: [0, 29, 28, 43, 0] }]
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

	it('gives shares that add up to 100, each at most one from exact, with the right count', () => {
		let shown = 0;
		fc.assert(
			fc.property(anyCounts, smallestGroups, (counts, smallestGroup) => {
				const picture = pictureScene(counts, smallestGroup);
				if (picture.kind !== 'shares') return;
				shown += 1;
				expect(picture.count).toBe(sumOf(counts));
				expect(picture.count).toBeGreaterThanOrEqual(smallestGroup);
				expect(picture.count - Math.max(...counts)).toBeGreaterThanOrEqual(2);
				expect(sumOf(picture.shares)).toBe(100);
				counts.forEach((count, rung) => {
					const share = picture.shares[rung] as number;
					expect(Number.isInteger(share)).toBe(true);
					expect(Math.abs(share - (100 * count) / picture.count)).toBeLessThan(1);
				});
			})
		);
		expect(shown).toBeGreaterThan(20);
	});

	it('rounds up the largest remainders', () => {
		expect(pictureScene([1, 2, 4, 0, 0], 3)).toMatchObject({ shares: [14, 29, 57, 0, 0] });
		expect(pictureScene([5, 1, 0, 0, 1], 3)).toMatchObject({ shares: [72, 14, 0, 0, 14] });
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

describe('the picture of a room, by hand', () => {
	/** Two of `filter`, one of `strings`. */
	const scenes = ['thin-post', 'van-dealer', 'dealer-host'] as const;
	const one = (...chosen: (Rung | null)[]) => answersOf(scenes, (i) => chosen[i]);
	const people = [one(0, 0, 1), one(1, 2, 1), one(2, 2, 3), one(4, 4, 4), one(4, 3, null)];

	it('has a place for whoever answered enough, overall and in each dimension', () => {
		const { counted, overall, dimensions } = pictureGroup(people, scenes, 3);
		expect(counted).toEqual(scenes.map((scene) => ({ scene, nearlyAll: null })));
		// Sums of 1, 4, 7 and 12 of 12; the last person lacks one of three, and so nobody has a bead.
		expect(overall).toEqual({
			kind: 'spread',
			places: [],
			low: 35,
			middle: 60,
			high: 100
		});
		expect(dimensions.filter).toEqual({
			kind: 'spread',
			places: [],
			low: 40,
			middle: 50,
			high: 90
		});
		// One answer is not enough for a place: it would be that answer.
		expect(dimensions.strings).toEqual({ kind: 'few' });
		expect(people.map((answers) => placeOf(answers, counted))).toEqual([10, 35, 60, 100, null]);
	});

	it('hangs beads where nobody is missing, or so many that they are a group', () => {
		const beads = (room: readonly Answers[], smallestGroup: number) => {
			const { overall } = pictureGroup(room, scenes, smallestGroup);
			return overall.kind === 'spread' ? overall.places.length : null;
		};
		const late = one(4, 3, null);
		expect(beads(people.slice(0, 4), 3)).toBe(4);
		expect(beads([...people.slice(0, 4), late], 3)).toBe(0);
		expect(beads([...people.slice(0, 4), late, late], 3)).toBe(0);
		expect(beads([...people.slice(0, 4), late, late, late], 3)).toBe(4);
		// Who has answered nothing is in no share either.
		expect(beads([...people.slice(0, 4), {}], 3)).toBe(4);
	});

	it('hangs beads whoever is missing, once rounding hides more than an answer', () => {
		const first = (count: number) => SCENARIOS.slice(0, count).map(({ id }) => id);
		const beads = (asked: readonly ScenarioId[]) => {
			const full = [0, 1, 2, 3].map((n) => answersOf(asked, (i) => ((i + n) % 5) as Rung));
			const room = pictureGroup([...full, answersOf(asked, (i) => (i === 0 ? 4 : null))], asked, 3);
			return room.overall.kind === 'spread' && room.overall.places.length > 0;
		};
		expect(beads(first(7))).toBe(false);
		expect(beads(first(8))).toBe(true);
	});

	it('counts people at one place together', () => {
		const alike = [one(0, 0, 0), one(2, 2, 2), one(1, 2, 3), one(3, 2, 1), one(4, 0, 2)];
		expect(pictureGroup(alike, scenes, 3).overall).toMatchObject({
			kind: 'nearlyAll',
			place: 50
		});
		expect(pictureGroup([...alike, one(4, 4, 4)], scenes, 3).overall).toMatchObject({
			places: [
				{ place: 0, count: 1 },
				{ place: 50, count: 4 },
				{ place: 100, count: 1 }
			],
			low: 50,
			middle: 50,
			high: 50
		});
	});

	it('counts a scene in which nearly all chose alike as if all had', () => {
		const dissenting = [one(0, 0, 4), one(1, 3, 4), one(2, 2, 4), one(4, 4, 0)];
		const room = pictureGroup(dissenting, scenes, 4);
		expect(room.counted.at(-1)).toEqual({ scene: 'dealer-host', nearlyAll: 4 });
		expect(placeOf(one(4, 4, 0), room.counted)).toBe(100);
		expect(placeOf(one(4, 4, null), room.counted)).toBeNull();
		expect(room).toStrictEqual(pictureGroup([...dissenting.slice(0, 3), one(4, 4, 4)], scenes, 4));
	});

	it('leaves a scene that too few answered out, also when it asks who answered enough', () => {
		const late = people.map((answers, i) =>
			i < 2 ? answers : one(answers['thin-post']!, answers['van-dealer']!)
		);
		expect(pictureGroup(late, scenes, 3)).toStrictEqual(pictureGroup(late, scenes.slice(0, 2), 3));
		expect(pictureGroup(late, scenes, 3).overall).toMatchObject({ kind: 'spread', low: 40 });
	});

	it('needs four of five answers', () => {
		const all = SCENARIOS.map(({ id }) => id);
		const counted = all.map((scene) => ({ scene, nearlyAll: null }));
		const first = (answers: number) => answersOf(all, (i) => (i < answers ? 2 : null));
		expect(placeOf(first(16), counted)).toBe(50);
		expect(placeOf(first(15), counted)).toBeNull();
	});

	it('says the same of nobody and of too few', () => {
		expect(pictureGroup([], scenes, 3)).toStrictEqual(NOTHING);
		expect(pictureGroup(people, [], 3)).toStrictEqual(NOTHING);
		expect(pictureGroup(people.slice(0, 2), scenes, 3)).toStrictEqual(NOTHING);
		expect(pictureGroup(people, scenes, 6)).toStrictEqual(NOTHING);
	});
});

describe('the picture of any room', () => {
	it('shows nothing of fewer people than the smallest group', () => {
		const kinds = new Set<string>();
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const room = pictureGroup(people, shown, smallestGroup);
				if (people.length < smallestGroup) expect(room).toStrictEqual(NOTHING);
				for (const spread of spreadsOf(room)) {
					kinds.add(spread.kind);
					if (spread.kind !== 'spread') continue;
					const counts = spread.places.map(({ count }) => count);
					if (counts.length === 0) continue;
					expect(sumOf(counts)).toBeGreaterThanOrEqual(smallestGroup);
					expect(sumOf(counts) - Math.max(...counts)).toBeGreaterThanOrEqual(2);
				}
				const answered = (scene: ScenarioId) =>
					people.filter((answers) => answers[scene] !== undefined).length;
				for (const scene of shown)
					expect(room.counted.some((counted) => counted.scene === scene)).toBe(
						answered(scene) >= smallestGroup
					);
			}),
			{ numRuns: 300 }
		);
		expect([...kinds].sort()).toEqual(['few', 'nearlyAll', 'spread']);
	});

	it('lies in steps of 5, with quarters at places that somebody holds', () => {
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				for (const spread of spreadsOf(pictureGroup(people, shown, smallestGroup))) {
					if (spread.kind !== 'spread') continue;
					for (const quarter of [spread.low, spread.middle, spread.high]) expect(quarter % 5).toBe(0);
					if (spread.places.length === 0) continue;
					const places = spread.places.map(({ place }) => place);
					expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
					expect(places.filter((place) => place % 5 !== 0 || place < 0 || place > 100)).toEqual([]);
					const { low, middle, high } = spread;
					expect(places).toEqual(expect.arrayContaining([low, middle, high]));
					const part = (holds: (place: number) => boolean) =>
						sumOf(spread.places.map(({ place, count }) => (holds(place) ? count : 0))) /
						sumOf(spread.places.map(({ count }) => count));
					for (const [quarter, place] of [
						[0.25, low],
						[0.5, middle],
						[0.75, high]
					] as const) {
						expect(part((other) => other < place)).toBeLessThanOrEqual(quarter);
						expect(part((other) => other <= place)).toBeGreaterThanOrEqual(quarter);
					}
				}
			})
		);
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

	it('has as many at each place as find themselves there', () => {
		let spreads = 0;
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const { overall, counted } = pictureGroup(people, shown, smallestGroup);
				const own = people.flatMap((answers) => placeOf(answers, counted) ?? []);
				if (overall.kind === 'few') expect(own.length).toBeLessThan(smallestGroup);
				if (overall.kind === 'nearlyAll')
					expect(own.filter((place) => place !== overall.place).length).toBeLessThanOrEqual(1);
				if (overall.kind !== 'spread') return;
				spreads += 1;
				if (overall.places.length === 0) return;
				const places = overall.places.flatMap(({ place, count }) => Array<number>(count).fill(place));
				expect(own.sort((a, b) => a - b)).toEqual(places);
			})
		);
		expect(spreads).toBeGreaterThan(10);
	});

	it('shows no dimension of which people have fewer than two answers', () => {
		let single = 0;
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const { dimensions } = pictureGroup(people, shown, smallestGroup);
				for (const dimension of DIMENSIONS) {
					const scenes = shown.filter((scene) => scenarioOf(scene).dimension === dimension);
					const enough = people.filter((answers) => scenes.filter((scene) => scene in answers).length >= 2);
					if (enough.length >= smallestGroup) continue;
					single += 1;
					expect(dimensions[dimension]).toEqual({ kind: 'few' });
				}
			})
		);
		expect(single).toBeGreaterThan(20);
	});

	it('lists the scenes with shares, the most split first', () => {
		fc.assert(
			fc.property(rooms, ({ people, shown, smallestGroup }) => {
				const { splits } = pictureGroup(people, shown, smallestGroup);
				expect(splits.map(({ split }) => split)).toEqual(
					splits.map(({ split }) => split).sort((a, b) => b - a)
				);
				const shares = shown.filter((scene) => {
					const counts = RUNGS.map((rung) => people.filter((answers) => answers[scene] === rung).length);
					return sumOf(counts) >= smallestGroup && sumOf(counts) - Math.max(...counts) >= 2;
				});
				expect(splits.map(({ scene }) => scene).sort()).toEqual(shares.sort());
			})
		);
	});
});
