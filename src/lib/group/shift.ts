import type { Replies } from './counted-scenes';
import { pairedInterval } from './paired';
import { placeOf, type GroupPicture, type SpreadPicture } from './picture';

/** One person's replies in two rounds. */
export type RepliesTwice = { first: Replies; second: Replies };

/** Where one person hangs in two rounds; null without a place. */
export type PlacesTwice = { first: number | null; second: number | null };

/** How places moved between two rounds, in points. */
export type ShiftPicture =
	/** Too few people have a place in both, or those with one place only could be worked out. */
	| { kind: 'few' }
	/** The two strings do not rest on the same scenes. */
	| { kind: 'otherScenes' }
	/** Too few moved, or too few stayed, to say more. */
	| { kind: 'some' }
	/** The mean, and its interval of 95 %, rounded outwards. `people` are those it was reckoned from. */
	| { kind: 'shift'; people: number; mean: number; low: number; high: number };

/** What a second round is shown beside. */
export type Comparison = { first: GroupPicture; shift: ShiftPicture };

/** @param people in an order that nobody in the group knows and that never changes */
export function pictureShift(
	people: readonly RepliesTwice[],
	first: GroupPicture,
	second: GroupPicture,
	smallestGroup: number
): ShiftPicture {
	if (first.counted.length === 0 || second.counted.length === 0) return { kind: 'few' };
	if (!isOnSameScenes(first, second)) return { kind: 'otherScenes' };
	return shiftOf(
		people.map((replies) => ({
			first: placeAsShown(placeOf(replies.first, first), first.overall),
			second: placeAsShown(placeOf(replies.second, second), second.overall)
		})),
		smallestGroup
	);
}

/**
 * Of two strings and the mean of those on both, subtracting leaves the places of those on one. So these are nobody, or at least
 * the smallest group: people of both, whom the mean then leaves out, fill them up. How many depends on no place.
 * @param people in an order that nobody in the group knows: the first ones are left out
 */
export function shiftOf(people: readonly PlacesTwice[], smallestGroup: number): ShiftPicture {
	const both = people.filter((places): places is Pair => places.first !== null && places.second !== null);
	const missingFrom = (one: keyof PlacesTwice, other: keyof PlacesTwice) => {
		const once = people.filter((places) => places[one] !== null && places[other] === null).length;
		return once === 0 ? 0 : Math.max(0, smallestGroup - once);
	};
	const out = Math.max(missingFrom('first', 'second'), missingFrom('second', 'first'));
	return both.length - out < smallestGroup ? { kind: 'few' } : meanShift(both.slice(out), smallestGroup);
}

type Pair = { first: number; second: number };

function meanShift(pairs: readonly Pair[], smallestGroup: number): ShiftPicture {
	const differences = pairs.map(({ first, second }) => second - first);
	const moved = differences.filter((points) => points !== 0).length;
	const isNoneOrEnough = (count: number) => count === 0 || count >= smallestGroup;
	if (!isNoneOrEnough(moved) || !isNoneOrEnough(pairs.length - moved)) return { kind: 'some' };
	// What is true of all of them is true of each.
	if (moved > 0 && isAlike(differences)) return { kind: 'some' };
	const { mean, low, high } = pairedInterval(differences);
	return {
		kind: 'shift',
		people: pairs.length,
		mean: Math.round(mean),
		low: Math.floor(low),
		high: Math.ceil(high)
	};
}

function isAlike(numbers: readonly number[]): boolean {
	const counts = [...Map.groupBy(numbers, (number) => number).values()].map(({ length }) => length);
	return Math.max(...counts) >= numbers.length - 1;
}

function isOnSameScenes(first: GroupPicture, second: GroupPicture): boolean {
	const scenes = new Set(first.counted.map(({ scene }) => scene));
	return scenes.size === second.counted.length && second.counted.every(({ scene }) => scenes.has(scene));
}

function placeAsShown(place: number | null, overall: SpreadPicture): number | null {
	return place !== null && overall.kind === 'nearlyAll' ? overall.place : place;
}
