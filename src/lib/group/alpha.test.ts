import { describe, expect, it } from 'vitest';
import { alphaIfDropped, cronbachAlpha, itemRestCorrelations } from './alpha';

// The worked example of the measurement notes.
const known = [
	[10, 6, 6, 6],
	[6, 11, 6, 6],
	[6, 6, 12, 6],
	[6, 6, 6, 13]
];

/** Two items of the given variances. */
const pair = (a: number, b: number, covariance: number) => [
	[a, covariance],
	[covariance, b]
];

describe('cronbachAlpha', () => {
	it('gives the known value', () => {
		expect(cronbachAlpha(known)).toBeCloseTo(0.8136, 4);
		expect(cronbachAlpha(known)).toBeCloseTo((4 / 3) * (1 - 46 / 118), 15);
	});

	it('is 1 for items alike, 0 for unrelated ones, and negative where they contradict each other', () => {
		expect(cronbachAlpha(pair(2, 2, 2))).toBe(1);
		expect(cronbachAlpha(pair(2, 3, 0))).toBe(0);
		expect(cronbachAlpha(pair(2, 2, -1))).toBe(-2);
	});

	it('does not depend on a common factor', () => {
		expect(cronbachAlpha(known.map((row) => row.map((x) => x * 552)))).toBe(cronbachAlpha(known));
	});

	it.each([
		['no item', []],
		['one item', [[2]]],
		['a total that does not vary', pair(2, 2, -2)],
		['items that do not vary', pair(0, 0, 0)]
	])('is undefined for %s', (_, covariance) => {
		expect(cronbachAlpha(covariance)).toBeNull();
	});

	it.each([[[[1, 2]]], [[[1], [2]]], [[[1, 2], [3]]]])('refuses what is not square: %j', (covariance) => {
		expect(() => cronbachAlpha(covariance)).toThrow(RangeError);
	});
});

describe('alphaIfDropped', () => {
	it('gives the known values', () => {
		const expected = [0.75, 0.7606, 0.7714, 0.7826];
		alphaIfDropped(known).forEach((alpha, i) => expect(alpha).toBeCloseTo(expected[i]!, 4));
		expect.assertions(4);
	});

	it('is undefined where one item stays, or the others do not vary', () => {
		expect(alphaIfDropped(pair(2, 3, 1))).toEqual([null, null]);
		expect(alphaIfDropped([[1, 0, 0], ...pair(0, 0, 0).map((row) => [0, ...row])])[0]).toBeNull();
	});
});

describe('itemRestCorrelations', () => {
	it('correlates two items with each other', () => {
		const [one, other] = itemRestCorrelations(pair(4, 9, 3));
		expect(one).toBe(0.5);
		expect(other).toBe(0.5);
	});

	it('leaves the item out of the rest', () => {
		// Item 1 with the sum of the others: 18 / sqrt(10 * (11 + 12 + 13 + 6 * 6)).
		expect(itemRestCorrelations(known)[0]).toBeCloseTo(18 / Math.sqrt(720), 15);
	});

	it('is undefined where the item or the rest does not vary', () => {
		expect(itemRestCorrelations(pair(2, 0, 0))).toEqual([null, null]);
	});
});
