import quantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';
import { studentT95 } from './student-t';

const all = Array.from({ length: 39 }, (_, i) => i + 1);

describe('studentT95', () => {
	it.each(all)('agrees with the library at %i degrees of freedom', (df) => {
		expect(Math.abs(studentT95(df) / quantile(0.95, df) - 1)).toBeLessThan(5e-15);
	});

	it.each([0, -1, 40, 1.5, NaN, Infinity])('refuses %d degrees of freedom', (df) => {
		expect(() => studentT95(df)).toThrow(RangeError);
	});
});
