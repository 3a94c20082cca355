import { describe, expect, it } from 'vitest';
import { feldtInterval } from './feldt';

describe('feldtInterval', () => {
	// Worked out with scipy: 1 - (1 - alpha) * f.ppf(p, n - 1, (n - 1) * (k - 1)).
	it.each([
		[0.8, 30, 5, 0.6591687522, 0.8941073474],
		[0.65, 200, 20, 0.5755833642, 0.716683527],
		[-0.4, 30, 5, -1.385818734, 0.2587514321],
		[0.9, 2, 2, -63.77890115, 0.9998456287],
		[0.79, 1000, 20, 0.7706435672, 0.8084319873]
	])('of alpha %d, %i people and %i items', (alpha, people, items, low, high) => {
		const interval = feldtInterval(alpha, people, items);
		expect(interval.low / low).toBeCloseTo(1, 8);
		expect(interval.high / high).toBeCloseTo(1, 8);
	});

	it('is a point at 1', () => {
		expect(feldtInterval(1, 30, 5)).toEqual({ low: 1, high: 1 });
	});

	it.each([
		[1.001, 30, 5],
		[NaN, 30, 5],
		[0.8, 1, 5],
		[0.8, 30, 1],
		[0.8, NaN, 5]
	])('refuses alpha %d, %i people, %i items', (alpha, people, items) => {
		expect(() => feldtInterval(alpha, people, items)).toThrow(RangeError);
	});
});
