import quantile from '@stdlib/stats-base-dists-t-quantile';

export const SHIFT_CONFIDENCE = 0.95;

/** Student's interval for the mean of differences of pairs, as R's `t.test(paired = TRUE)` gives it; at least two of them. */
export function pairedInterval(differences: readonly number[]): { mean: number; low: number; high: number } {
	const n = differences.length;
	const mean = differences.reduce((sum, x) => sum + x, 0) / n;
	const sumOfSquares = differences.reduce((sum, x) => sum + (x - mean) ** 2, 0);
	const half = quantile((1 + SHIFT_CONFIDENCE) / 2, n - 1) * Math.sqrt(sumOfSquares / (n - 1) / n);
	return { mean, low: mean - half, high: mean + half };
}
