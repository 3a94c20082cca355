import { expect, test } from 'vitest';
import { DIMENSIONS, FORMS } from '$lib/questions';
import { estimate } from '$lib/scoring';
import { factorsOf, SCENE_NUMBERS } from './hand-scoring';

test('the factor gives by hand the band that the site gives', () => {
	const factors = factorsOf(FORMS.full);
	expect(factors.map(({ answers }) => answers)).toEqual([20, 19, 18, 17, 16]);
	for (const { answers: count, factor } of factors) {
		const [sum, sumOfSquares] = [2 * count, 5 * count];
		const spread = Math.sqrt((count * sumOfSquares - sum * sum) / (count * (count - 1)));
		expect(estimate({ count, sum, sumOfSquares }).band.high).toBeCloseTo(50 + factor * spread, 10);
	}
});

test('every scene belongs to one of the four rows', () => {
	const numbers = DIMENSIONS.flatMap((dimension) => SCENE_NUMBERS[dimension]);
	expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
});
