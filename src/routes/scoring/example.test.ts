import { expect, test } from 'vitest';
import { EXAMPLE, EXAMPLE_DIMENSION, exampleNumbers } from './example';

test('the steps shown lead to the score and the band that the quiz works out', () => {
	const { total, count, squares, freedom, points, mean, spread, error, t } = exampleNumbers();
	const { score, band, standardError } = EXAMPLE.overall;

	expect(total / count).toBeCloseTo(mean, 10);
	expect(points * mean).toBeCloseTo(score, 10);
	expect(Math.sqrt((squares - total ** 2 / count) / freedom)).toBeCloseTo(spread, 10);
	expect((points * spread) / Math.sqrt(count)).toBeCloseTo(standardError, 10);
	expect(score - t * error).toBeCloseTo(band.low, 10);
	expect(score + t * error).toBeCloseTo(band.high, 10);
});

test('the example is the known vector, overall and in the dimension that is discussed', () => {
	expect(EXAMPLE.overall.score).toBe(65);
	expect(EXAMPLE.overall.band.low).toBeCloseTo(57.066, 3);
	expect(EXAMPLE.overall.band.high).toBeCloseTo(72.934, 3);
	expect(EXAMPLE.dimensions[EXAMPLE_DIMENSION]?.band.low).toBeCloseTo(37.824, 3);
	expect(EXAMPLE.dimensions[EXAMPLE_DIMENSION]?.band.high).toBeCloseTo(92.176, 3);
});
