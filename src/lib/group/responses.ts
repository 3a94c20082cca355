import type { Rung, ScenarioId } from '../questions';
import type { Replies } from './counted-scenes';

/** A row for each person, a column for each item, null where somebody skipped it. */
export type Responses = readonly (readonly (Rung | null)[])[];

export function responsesOf(people: Iterable<Replies>, scenes: readonly ScenarioId[]): (Rung | null)[][] {
	return Array.from(people, (answers) => scenes.map((id) => answers[id] ?? null));
}

/** @throws RangeError when rows differ in length */
export function itemCount(responses: Responses): number {
	const count = responses[0]?.length ?? 0;
	if (responses.some((row) => row.length !== count)) throw new RangeError('rows of different lengths');
	return count;
}

export function completeRows(responses: Responses): readonly (readonly Rung[])[] {
	return responses.filter((row): row is readonly Rung[] => row.every((rung) => rung !== null));
}
