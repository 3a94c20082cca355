import { shuffled, type Rung, type ScenarioId } from '../questions';
import type { Answers } from '../scoring';
import { responsesOf } from './responses';
import { LIMITS } from './settings';

/**
 * Single rows to export: what each person chose in each of the scenes, null where they chose nothing. A row holds
 * nothing else, and the rows come in an order that says nothing about who joined or answered when.
 *
 * A scene that fewer than `smallestGroup` people answered stays empty, and somebody who answered no other scene has
 * no row: otherwise five people, four of whom sat out, would give away the fifth.
 * @param smallestGroup a whole number, not below `LIMITS.smallestGroup.least`; a RangeError for anything else
 * @param random numbers from 0 to below 1. Whoever can guess them can undo the order: not `Math.random`
 * @returns at least `smallestGroup` rows, or null
 */
export function anonymousRows(
	people: Iterable<Answers>,
	scenes: readonly ScenarioId[],
	smallestGroup: number,
	random: () => number
): (Rung | null)[][] | null {
	if (!Number.isInteger(smallestGroup) || smallestGroup < LIMITS.smallestGroup.least)
		throw new RangeError(`${smallestGroup} cannot be the smallest group`);
	const responses = responsesOf(people, scenes);
	const enough = scenes.map((_, i) => responses.filter((row) => row[i] !== null).length >= smallestGroup);
	if (!enough.includes(true)) return null;
	const rows = responses
		.map((row) => row.map((rung, i) => (enough[i] ? rung : null)))
		.filter((row) => row.some((rung) => rung !== null));
	return shuffled(rows, random);
}
