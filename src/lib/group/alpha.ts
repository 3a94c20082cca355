/** Any common factor is allowed. */
export type Covariance = readonly (readonly number[])[];

/** Psychometrika 16, 1951. At most 1; null below two items or where the total does not vary; RangeError unless square. */
export function cronbachAlpha(covariance: Covariance): number | null {
	const k = covariance.length;
	if (covariance.some((row) => row.length !== k)) throw new RangeError('not a square matrix');
	const total = sum(covariance.map(sum));
	if (k < 2 || total <= 0) return null;
	const own = sum(diagonal(covariance));
	// Multiplies first: one rounding, so that items that are all alike have exactly 1.
	return (k * (total - own)) / ((k - 1) * total);
}

export function alphaIfDropped(covariance: Covariance): (number | null)[] {
	return covariance.map((_, item) => cronbachAlpha(without(covariance, item)));
}

/** Correlates each item with the sum of the others, -1 to 1. Null where the item or that sum does not vary. */
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
