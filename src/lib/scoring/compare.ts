import { DIMENSIONS, type Dimension } from '../questions';
import type { Estimate } from './estimate';
import type { Profile } from './profile';
import { studentT95 } from './student-t';

export type Difference = {
	difference: number;
	standardError: number;
	exceeds: boolean;
};

/** Welch's t test, two-sided at 90 %. A link holds no answers to pair, so it errs on the side of "no clear change". */
export function compareEstimates(earlier: Estimate, later: Estimate): Difference {
	const difference = later.score - earlier.score;
	const standardError = Math.hypot(earlier.standardError, later.standardError);
	const freedom =
		standardError ** 4 /
		(earlier.standardError ** 4 / (earlier.count - 1) + later.standardError ** 4 / (later.count - 1));
	// Two like runs have exactly kA + kB - 2, which floating point may miss by a hair.
	const wholeFreedom = Math.floor(freedom + 1e-9);
	return {
		difference,
		standardError,
		exceeds: Math.abs(difference) > studentT95(wholeFreedom) * standardError
	};
}

/** Returns whole points between the two scores as they are shown: beside 63 and 61 nobody reads of 1. */
export function shownDifference(one: Estimate, other: Estimate): number {
	return Math.abs(Math.round(one.score) - Math.round(other.score));
}

/** Returns the dimensions in which two profiles lie farthest apart, of those where the difference exceeds the ranges. */
export function clearestDifferences(one: Profile, other: Profile): Dimension[] {
	const found = DIMENSIONS.flatMap((dimension) => {
		const [a, b] = [one.dimensions[dimension], other.dimensions[dimension]];
		if (!a || !b || !compareEstimates(a, b).exceeds) return [];
		return [{ dimension, distance: shownDifference(a, b) }];
	});
	const farthest = Math.max(...found.map(({ distance }) => distance));
	return found.flatMap(({ dimension, distance }) => (distance === farthest ? [dimension] : []));
}
