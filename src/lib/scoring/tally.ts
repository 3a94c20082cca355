import { DIMENSIONS, scenarioOf, type Dimension, type Form } from '../questions';
import type { Answers } from './answers';

/** Everything the score needs to know about some answers; whole numbers, so a link can hold it exactly. */
export type Tally = {
	/** How many answers. */
	count: number;
	/** Sum of their rungs. */
	sum: number;
	/** Sum of their squared rungs. */
	sumOfSquares: number;
};

export type Tallies = Record<Dimension, Tally>;

/**
 * Adds up the answers per dimension. Skipped scenes are left out, never counted as the middle;
 * answers to scenes outside the form are ignored.
 */
export function tallyAnswers(answers: Answers, form: Form): Tallies {
	const tallies: Tallies = { filter: empty(), strings: empty(), pull: empty(), candour: empty() };
	for (const id of form.scenarioIds) {
		const rung = answers[id];
		if (rung === undefined) continue;
		const tally = tallies[scenarioOf(id).dimension];
		tally.count += 1;
		tally.sum += rung;
		tally.sumOfSquares += rung * rung;
	}
	return tallies;
}

/** The four dimensions taken together. */
export function totalOf(tallies: Tallies): Tally {
	const total = empty();
	for (const dimension of DIMENSIONS) {
		total.count += tallies[dimension].count;
		total.sum += tallies[dimension].sum;
		total.sumOfSquares += tallies[dimension].sumOfSquares;
	}
	return total;
}

function empty(): Tally {
	return { count: 0, sum: 0, sumOfSquares: 0 };
}
