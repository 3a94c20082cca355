import type { Rung } from '../questions';
import { alphaIfDropped, cronbachAlpha, itemRestCorrelations, type Covariance } from './alpha';
import { feldtInterval, type AlphaInterval } from './feldt';
import { completeRows, itemCount, type Responses } from './responses';

export type Reliability = {
	/** Who answered every item. All figures are about them alone. */
	people: number;
	alpha: number;
	interval: AlphaInterval;
	total: {
		mean: number;
		sd: number;
		/** Of measurement: sd * sqrt(1 - alpha). */
		standardError: number;
	};
	items: {
		itemRest: number | null;
		alphaIfDropped: number | null;
	}[];
};

/** Takes people who answered every item. Null below two of them or two items, or where all sums are the same. */
export function reliabilityOf(responses: Responses): Reliability | null {
	const k = itemCount(responses);
	const rows = completeRows(responses);
	const n = rows.length;
	const scatter = scatterOf(rows, k);
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

/** Multiplied by n(n - 1), covariances of rungs are whole numbers, and no order can change a digit. */
function scatterOf(rows: readonly (readonly Rung[])[], k: number): Covariance {
	const columns = Array.from({ length: k }, (_, item) => rows.map((row) => row[item] ?? 0));
	return columns.map((x) =>
		columns.map((y) => rows.length * sum(x.map((value, i) => value * (y[i] ?? 0))) - sum(x) * sum(y))
	);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, x) => total + x, 0);
}
