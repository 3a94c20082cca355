import { DIMENSIONS, type Dimension } from '../questions';
import type { Estimate } from './estimate';

/** Never "even": wide bands that overlap do not show that dimensions are alike. */
export type Shape = { kind: 'close' } | { kind: 'uneven'; higher: Dimension[]; lower: Dimension[] };

/** In standard errors: the normal 2 % point rather than the 10 % of the bands, because one of four is always the furthest. */
const NOTABLE = 2.33;

const SHARE_OF_ERROR = Math.sqrt(3 / 4);

/**
 * Names where |score - mean| > 2.33 * se * sqrt(3/4), se² being the mean of the squared errors: with each one's own error,
 * 12 to 28 % of simulated people with like dimensions were called uneven; pooled 10 to 11 %, the level of the bands.
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
