import { DIMENSIONS, RUNGS, scenarioOf, type Dimension, type Form } from '../questions';
import type { Tallies, Tally } from '../scoring';

/** Whether some answers to the form give these tallies: a code can be well written and still tell a tale. */
export function arePossible(tallies: Tallies, form: Form): boolean {
	return DIMENSIONS.every(
		(dimension) => tallies[dimension].count <= scenesOf(form, dimension) && isReachable(tallies[dimension])
	);
}

function scenesOf(form: Form, dimension: Dimension): number {
	return form.scenarioIds.filter((id) => scenarioOf(id).dimension === dimension).length;
}

function isReachable({ count, sum, sumOfSquares }: Tally): boolean {
	if (count < 0 || sum < 0 || sumOfSquares < 0) return false;
	if (count === 0) return sum === 0 && sumOfSquares === 0;
	return RUNGS.some((rung) =>
		isReachable({ count: count - 1, sum: sum - rung, sumOfSquares: sumOfSquares - rung * rung })
	);
}
