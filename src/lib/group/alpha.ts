/** Variances of the items on the diagonal, their covariances beside it; any common factor is allowed. */
export type Covariance = readonly (readonly number[])[];

/**
 * Cronbach's alpha (Psychometrika 16, 1951) of items that are added up:
 *
 *     alpha = k / (k - 1) * (1 - sum of the items' variances / variance of the total)
 *
 * At most 1; it may be negative, without limit. Null for fewer than two items or where the total does not vary.
 * A RangeError when the matrix is not square.
 */
export function cronbachAlpha(covariance: Covariance): number | null {
	const k = covariance.length;
	if (covariance.some((row) => row.length !== k)) throw new RangeError('not a square matrix');
	const total = sum(covariance.map(sum));
	if (k < 2 || total <= 0) return null;
	const own = sum(diagonal(covariance));
	// Multiplied first: one rounding, so that items that are all alike have exactly 1.
	return (k * (total - own)) / ((k - 1) * total);
}

/** Alpha of the other items, for each item; null where that is undefined. Errors as for `cronbachAlpha`. */
export function alphaIfDropped(covariance: Covariance): (number | null)[] {
	return covariance.map((_, item) => cronbachAlpha(without(covariance, item)));
}

/**
 * Corrected item-rest correlations, -1 to 1: each item with the sum of the others, so that it is not correlated with
 * itself. Null where the item, or the sum of the others, does not vary.
 */
export function itemRestCorrelations(covariance: Covariance): (number | null)[] {
	const variances = diagonal(covariance);
	return covariance.map((row, item) => {
		const variance = variances[item] ?? 0;
		const rest = sum(without(covariance, item).map(sum));
		if (variance <= 0 || rest <= 0) return null;
		return (sum(row) - variance) / Math.sqrt(variance * rest);
	});
}

function without(covariance: Covariance, item: number): Covariance {
	return covariance.toSpliced(item, 1).map((row) => row.toSpliced(item, 1));
}

function diagonal(covariance: Covariance): number[] {
	return covariance.map((row, i) => row[i] ?? 0);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, x) => total + x, 0);
}
