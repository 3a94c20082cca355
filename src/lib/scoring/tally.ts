import { DIMENSIONS, scenarioOf, type Dimension, type Form } from '../questions';
import type { Answers } from './answers';

/** Whole numbers, so that a link holds them exactly. */
export type Tally = {
	count: number;
	sum: number;
	sumOfSquares: number;
};

export type Tallies = Record<Dimension, Tally>;

/** Skipped scenes are left out, never counted as the middle; so are scenes outside the form. */
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
