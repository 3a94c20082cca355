import type { Rung } from '../questions';
import { countRungs, isNearlyAll } from './counts';
import { wilsonInterval } from './wilson';

/** What one person answered to a scene that was asked twice; null without an answer. */
export type AnsweredTwice = { first: Rung | null; again: Rung | null };

/** How many chose otherwise when a scene was asked again. */
export type MovedPicture =
	/** Too few people answered both times. */
	| { kind: 'few' }
	/** Numbers would let somebody be worked out. */
	| { kind: 'some' }
	| {
			kind: 'moved';
			/** Who answered both times. */
			people: number;
			stayed: number;
			/** Where options stand on a ladder: `up` is towards value-driven. */
			ways: { up: number; down: number } | null;
			/** The interval of 95 % for the share of those who moved, in per cent, rounded outwards. */
			low: number;
			high: number;
	  };

type Pair = { first: Rung; again: Rung };

/**
 * Both pictures and these numbers together must leave nobody over. So who stayed, who moved which way, and who answered one of both
 * times are each nobody, or at least the smallest group; and in no group that is known by its presence do nearly all choose alike.
 * @param hasLadder whether a rung says more than which option it is
 */
export function pictureMoved(
	people: readonly AnsweredTwice[],
	smallestGroup: number,
	hasLadder = true
): MovedPicture {
	const pairs = people.filter((own): own is Pair => own.first !== null && own.again !== null);
	if (pairs.length < smallestGroup) return { kind: 'few' };
	const firstOnly = people.flatMap(({ first, again }) => (again === null ? (first ?? []) : []));
	const againOnly = people.flatMap(({ first, again }) => (first === null ? (again ?? []) : []));
	const firsts = pairs.map(({ first }) => first);
	const agains = pairs.map(({ again }) => again);
	// "Nearly all" never says whether that is everybody, and neither may this. Where a whole room is nearly all alike, its parts are.
	const chosen = [firsts, agains, firstOnly, againOnly];
	if (chosen.some((rungs) => rungs.length > 0 && isNearlyAll(countRungs(rungs)))) return { kind: 'some' };
	const up = pairs.filter(({ first, again }) => again > first).length;
	const down = pairs.filter(({ first, again }) => again < first).length;
	const moved = up + down;
	const stayed = pairs.length - moved;
	// Where no more than two options were chosen, both pictures and the number of those who moved tell the ways.
	const tellsWays = hasLadder || new Set(chosen.flat()).size <= 2;
	const groups = [stayed, ...(tellsWays ? [up, down] : [moved]), firstOnly.length, againOnly.length];
	if (groups.some((count) => count > 0 && count < smallestGroup)) return { kind: 'some' };
	// What is true of all of them is true of each.
	if (hasLadder && (up === pairs.length || down === pairs.length)) return { kind: 'some' };
	const { low, high } = wilsonInterval(moved, pairs.length);
	return {
		kind: 'moved',
		people: pairs.length,
		stayed,
		ways: hasLadder ? { up, down } : null,
		low: Math.floor(100 * low),
		high: Math.ceil(100 * high)
	};
}
