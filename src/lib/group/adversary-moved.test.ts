import { describe, expect, it } from 'vitest';
import { RUNGS, type Rung } from '../questions';
import { countRungs } from './counts';
import { pictureMoved, type AnsweredTwice, type MovedPicture } from './moved';
import { pictureScene } from './picture';
import { wilsonInterval } from './wilson';

/** How many people the room knows to have answered both times, the first alone and the second alone. */
type Shape = { pairs: number; firstOnly: number; againOnly: number; rungs: 2 | 3 | 4 };

type Rule = (people: readonly AnsweredTwice[], smallestGroup: number) => MovedPicture;

/** Of a scene that a host wrote without rungs. */
const withoutLadder: Rule = (people, smallestGroup) => pictureMoved(people, smallestGroup, false);

const SMALLEST = 3;

/** The rule that comes to mind: counts from the smallest group on. */
const plain: Rule = (people, smallestGroup) => {
	const pairs = people.flatMap(({ first, again }) => (first === null || again === null ? [] : again - first));
	if (pairs.length < smallestGroup) return { kind: 'few' };
	const up = pairs.filter((points) => points > 0).length;
	const down = pairs.filter((points) => points < 0).length;
	const moved = up + down;
	const interval = wilsonInterval(moved, pairs.length);
	return {
		kind: 'moved',
		people: pairs.length,
		stayed: pairs.length - moved,
		ways: { up, down },
		...interval
	};
};

/** Every multiset of some things. */
function* multisets<T>(things: readonly T[], size: number, from = 0): Generator<T[]> {
	if (size === 0) yield [];
	else
		for (let i = from; i < things.length; i += 1)
			for (const rest of multisets(things, size - 1, i)) yield [things[i] as T, ...rest];
}

const noted = (people: readonly AnsweredTwice[], time: 'first' | 'again') =>
	people.flatMap((own) => own[time] ?? []);

/**
 * Looks at every room of a shape. All members of a group that is known by its presence look alike, so an answer is determined where
 * in every room that looks the same all of the group chose it.
 */
function exhaust(shape: Shape, rule: Rule) {
	const rungs: readonly Rung[] = RUNGS.slice(0, shape.rungs);
	const twice = rungs.flatMap((first) => rungs.map((again) => ({ first, again })));
	const looks = new Map<
		string,
		{ rooms: number; alike: (Rung | null)[]; ups: Set<number>; downs: Set<number> }
	>();
	let shown = 0;
	for (const pairs of multisets(twice, shape.pairs))
		for (const left of multisets(rungs, shape.firstOnly))
			for (const came of multisets(rungs, shape.againOnly)) {
				const people: AnsweredTwice[] = [
					...pairs,
					...left.map((first) => ({ first, again: null })),
					...came.map((again) => ({ first: null, again }))
				];
				const pictures = (['first', 'again'] as const).map((time) =>
					pictureScene(countRungs(noted(people, time)), SMALLEST)
				);
				const moved = rule(people, SMALLEST);
				if (moved.kind === 'moved') shown += 1;
				const groups = [noted(pairs, 'first'), noted(pairs, 'again'), left, came].map(allAlike);
				const look = JSON.stringify([pictures, moved]);
				const known = looks.get(look) ?? { rooms: 0, alike: groups, ups: new Set(), downs: new Set() };
				looks.set(look, known);
				known.rooms += 1;
				known.alike = known.alike.map((rung, i) => (rung === groups[i] ? rung : null));
				known.ups.add(pairs.filter(({ first, again }) => again > first).length);
				known.downs.add(pairs.filter(({ first, again }) => again < first).length);
			}
	/** `fewMoved`: that one or two moved one way, and no other number of people, may have done so. */
	const found = { rooms: 0, shown, determined: 0, fewMoved: 0 };
	for (const { rooms, alike, ups, downs } of looks.values()) {
		found.rooms += rooms;
		if (alike.some((rung) => rung !== null)) found.determined += rooms;
		if (shown > 0 && [ups, downs].some(isFew)) found.fewMoved += rooms;
	}
	return found;
}

function isFew(counts: ReadonlySet<number>): boolean {
	const [one = 0, ...others] = counts;
	return others.length === 0 && one > 0 && one < SMALLEST;
}

function allAlike(rungs: readonly Rung[]): Rung | null {
	const [one = null] = rungs;
	return rungs.every((rung) => rung === one) ? one : null;
}

describe('somebody who knows both pictures, who moved, and who was there both times', () => {
	it.each<[string, Shape]>([
		['one has left', { pairs: 4, firstOnly: 1, againOnly: 0, rungs: 4 }],
		['two have left', { pairs: 3, firstOnly: 2, againOnly: 0, rungs: 4 }],
		['one has come', { pairs: 4, firstOnly: 0, againOnly: 1, rungs: 4 }],
		['one has left and one has come', { pairs: 4, firstOnly: 1, againOnly: 1, rungs: 3 }],
		['as many as the smallest group have left', { pairs: 4, firstOnly: 3, againOnly: 0, rungs: 4 }],
		['as many have left as have come', { pairs: 4, firstOnly: 3, againOnly: 3, rungs: 3 }],
		['everybody stayed', { pairs: 7, firstOnly: 0, againOnly: 0, rungs: 3 }]
	])('works no answer back where %s', { timeout: 60_000 }, (_, shape) => {
		const now = exhaust(shape, pictureMoved);
		const before = exhaust(shape, plain);
		console.info(
			`all ${now.rooms} rooms: answers determined in ${before.determined} by plain counts, in ${now.determined} now, with ${now.shown} movements shown`
		);
		const isOnceKnown = shape.firstOnly + shape.againOnly > 0;
		if (isOnceKnown) expect(before.determined).toBeGreaterThan(50);
		else expect(now.shown).toBeGreaterThan(100);
		expect(now.determined).toBe(0);
	});

	it.each<[string, Shape]>([
		['two options', { pairs: 12, firstOnly: 0, againOnly: 0, rungs: 2 }],
		['two options, and four have left', { pairs: 10, firstOnly: 4, againOnly: 0, rungs: 2 }],
		['three options', { pairs: 6, firstOnly: 0, againOnly: 0, rungs: 3 }]
	])('works no answer back of a scene without rungs: %s', (_, shape) => {
		const now = exhaust(shape, withoutLadder);
		console.info(
			`all ${now.rooms} rooms without a ladder: answers determined in ${now.determined}, few who moved one way in ${now.fewMoved}, with ${now.shown} movements shown`
		);
		expect(now.shown).toBeGreaterThan(10);
		expect(now.determined).toBe(0);
		// Between two options there are two ways to move; among more, none.
		if (shape.rungs === 2) expect(now.fewMoved).toBe(0);
	});
});
