import { DIMENSIONS, type Dimension } from '../questions';
import type { Estimate } from './estimate';

/**
 * How a person's four dimensions lie to each other: too close to tell apart, or which stand out; `higher` and `lower` are in the
 * order of DIMENSIONS. Never "even": four wide bands that overlap do not show that dimensions are alike.
 */
export type Shape = { kind: 'close' } | { kind: 'uneven'; higher: Dimension[]; lower: Dimension[] };

/**
 * How many standard errors a dimension must lie off the person's own mean to be named: the normal 2 % point
 * rather than the 10 % of the bands, because four dimensions are looked at and one is always the furthest.
 */
const NOTABLE = 2.33;

/** A dimension is a quarter of that mean itself; with four like errors, 3/4 of its variance is left. */
const SHARE_OF_ERROR = Math.sqrt(3 / 4);

/**
 * Which dimensions stand out from the mean of the four dimension scores:
 *
 *     |score - mean| > 2.33 * se * sqrt(3/4)     se² = mean of the four squared standard errors
 *
 * The error is pooled, since one from five answers alone is itself too rough: with it, people whose four
 * dimensions were truly alike were called uneven in 12 to 28 % of simulated runs, with the pooled one in
 * 10 to 11 %, which is the level of the bands. Null unless all four are scored.
 */
export function shapeOf(dimensions: Partial<Record<Dimension, Estimate>>): Shape | null {
	const estimates = DIMENSIONS.flatMap((dimension) => dimensions[dimension] ?? []);
	if (estimates.length < DIMENSIONS.length) return null;
	const mean = meanOf(estimates.map(({ score }) => score));
	const pooledError = Math.sqrt(meanOf(estimates.map(({ standardError }) => standardError ** 2)));
	const threshold = NOTABLE * pooledError * SHARE_OF_ERROR;

	const deviating = (sign: 1 | -1) =>
		DIMENSIONS.filter((_, i) => sign * ((estimates[i] as Estimate).score - mean) > threshold);
	const [higher, lower] = [deviating(1), deviating(-1)];
	return higher.length + lower.length === 0 ? { kind: 'close' } : { kind: 'uneven', higher, lower };
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
