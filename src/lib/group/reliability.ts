import type { Rung } from '../questions';
import { alphaIfDropped, cronbachAlpha, itemRestCorrelations, type Covariance } from './alpha';
import { feldtInterval, type AlphaInterval } from './feldt';
import { completeRows, itemCount, type Responses } from './responses';

/** How well the items of a scale hang together in one group. */
export type Reliability = {
	/** Those who answered every item. All figures are about them alone. */
	people: number;
	/** At most 1, may be negative. */
	alpha: number;
	/** 95 %. */
	interval: AlphaInterval;
	/** The sum over all items, in rungs. */
	total: {
		mean: number;
		/** Sample standard deviation (n - 1). */
		sd: number;
		/** Of measurement: sd * sqrt(1 - alpha). */
		standardError: number;
	};
	/** In the order of the columns. */
	items: {
		/** Correlation with the sum of the other items, -1 to 1; null where one of the two does not vary. */
		itemRest: number | null;
		/** Null where the other items have no alpha. */
		alphaIfDropped: number | null;
	}[];
};

/**
 * Cronbach's alpha and what belongs to it, from the people who answered every item (listwise deletion).
 * Null for fewer than two of them, fewer than two items, or where their sums are all the same.
 * It is exact up to half a million people; below some dozens the interval says how little alpha means.
 * A RangeError for rows of different lengths.
 */
export function reliabilityOf(responses: Responses): Reliability | null {
	const k = itemCount(responses);
	const rows = completeRows(responses);
	const n = rows.length;
	const scatter = scatterOf(rows, k);
	// One person, or nobody, does not vary: that needs no rule of its own.
	const alpha = cronbachAlpha(scatter);
	if (alpha === null) return null;
	const rest = itemRestCorrelations(scatter);
	const dropped = alphaIfDropped(scatter);
	const sd = Math.sqrt(sum(scatter.map(sum)) / (n * (n - 1)));
	return {
		people: n,
		alpha,
		interval: feldtInterval(alpha, n, k),
		total: { mean: sum(rows.map(sum)) / n, sd, standardError: sd * Math.sqrt(1 - alpha) },
		items: rest.map((itemRest, item) => ({ itemRest, alphaIfDropped: dropped[item] ?? null }))
	};
}

/**
 * The covariances times n(n - 1): n * sum(xy) - sum(x) * sum(y). Rungs are whole numbers, so these are too. Nothing is
 * rounded, and people or items in another order cannot change a digit.
 */
function scatterOf(rows: readonly (readonly Rung[])[], k: number): Covariance {
	const columns = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? 0));
	return columns.map((x) =>
		columns.map((y) => rows.length * sum(x.map((value, i) => value * (y[i] ?? 0))) - sum(x) * sum(y))
	);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, x) => total + x, 0);
}
