import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rung } from '../questions';
import { describeItems } from './items';
import vectors from './reliability.fixture.json';
import { reliabilityOf } from './reliability';
import { fullResponses, orderOf, responses, taken } from './responses.arbitrary';
import { completeRows } from './responses';

const data = vectors.S1.data as Rung[][];
const { expected } = vectors.S1;

/** R's figures are given to six places or more. */
function expectNear(actual: readonly (number | null)[], wanted: readonly number[]) {
	expect(actual).toHaveLength(wanted.length);
	actual.forEach((value, i) => expect(Math.abs(value! - wanted[i]!)).toBeLessThan(1e-6));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

describe('reliabilityOf, beside R', () => {
	const { people, alpha, interval, total, items } = reliabilityOf(data)!;

	it('gives alpha and its interval', () => {
		expect(people).toBe(data.length);
		expectNear([alpha, interval.low, interval.high], [expected.rawAlpha, ...expected.alphaCI]);
	});

	it('gives mean, spread and error of the total', () => {
		expectNear(
			[total.mean, total.sd, total.standardError],
			[expected.totalMean, expected.totalSD, expected.SEM]
		);
	});

	it('gives the items', () => {
		expectNear(
			items.map((item) => item.itemRest),
			expected.itemRest
		);
		expectNear(
			items.map((item) => item.alphaIfDropped),
			expected.alphaIfDropped
		);
	});

	it('describes the items', () => {
		const described = describeItems(data);
		expectNear(
			described.map((item) => item.mean),
			expected.itemMeans
		);
		expectNear(
			described.map((item) => item.sd),
			expected.itemSD
		);
	});
});

describe('reliabilityOf, on any answers', () => {
	it('is null exactly where it is undefined', () => {
		let undefinedOnes = 0;
		fc.assert(
			fc.property(responses, (rows) => {
				const totals = completeRows(rows).map(sum);
				const items = rows[0]?.length ?? 0;
				const isUndefined = totals.length < 2 || items < 2 || new Set(totals).size < 2;
				if (isUndefined) undefinedOnes += 1;
				expect(reliabilityOf(rows) === null).toBe(isUndefined);
			}),
			{ numRuns: 500 }
		);
		expect(undefinedOnes).toBeGreaterThan(50);
		expect(undefinedOnes).toBeLessThan(450);
	});

	it('keeps every figure in its range', () => {
		fc.assert(
			fc.property(fullResponses, (rows) => {
				const reliability = reliabilityOf(rows);
				fc.pre(reliability !== null);
				const { alpha, interval, total, items } = reliability;
				expect(alpha).toBeLessThanOrEqual(1);
				expect(interval.low).toBeLessThanOrEqual(alpha);
				expect(interval.high).toBeGreaterThanOrEqual(alpha);
				expect(interval.high).toBeLessThanOrEqual(1);
				expect(total.sd).toBeGreaterThan(0);
				expect(total.standardError).toBeGreaterThanOrEqual(0);
				for (const { itemRest, alphaIfDropped } of items) {
					expect(Math.abs(itemRest ?? 0)).toBeLessThanOrEqual(1);
					expect(alphaIfDropped ?? 0).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('follows the definition', () => {
		fc.assert(
			fc.property(fullResponses, (rows) => {
				const reliability = reliabilityOf(rows);
				fc.pre(reliability !== null);
				const columns = rows[0]!.map((_, i) => rows.map((row) => row[i]!));
				const k = columns.length;
				const alpha = (k / (k - 1)) * (1 - sum(columns.map(variance)) / variance(rows.map(sum)));
				expect(reliability.alpha).toBeCloseTo(alpha, 9);
			})
		);
	});

	it('says the same of people and items in another order, to the last digit', () => {
		const reordered = fullResponses.chain((rows) =>
			fc.record({
				rows: fc.constant(rows),
				people: orderOf(rows.length),
				items: orderOf(rows[0]!.length)
			})
		);
		fc.assert(
			fc.property(reordered, ({ rows, people, items }) => {
				const before = reliabilityOf(rows);
				fc.pre(before !== null);
				const after = reliabilityOf(taken(rows, people).map((row) => taken(row, items)));
				expect(after).toEqual({ ...before, items: taken(before.items, items) });
			})
		);
	});

	it('is not moved by people who skipped something', () => {
		fc.assert(
			fc.property(fullResponses, fc.nat(), (rows, place) => {
				const gap: (Rung | null)[] = [...rows[0]!];
				gap[place % gap.length] = null;
				expect(reliabilityOf([...rows, gap])).toEqual(reliabilityOf(rows));
			})
		);
	});

	it('gives exactly 1 for items that are all alike', () => {
		fc.assert(
			fc.property(fullResponses, (rows) => {
				const reliability = reliabilityOf(rows.map((row) => row.map(() => row[0]!)));
				fc.pre(reliability !== null);
				expect(reliability.alpha).toBe(1);
				expect(reliability.total.standardError).toBe(0);
				expect(reliability.items.every((item) => item.itemRest === 1)).toBe(true);
			})
		);
	});

	it('refuses rows of different lengths', () => {
		expect(() => reliabilityOf([[1, 2], [3]])).toThrow(RangeError);
	});
});

function variance(values: readonly number[]): number {
	const mean = sum(values) / values.length;
	return sum(values.map((x) => (x - mean) ** 2)) / (values.length - 1);
}
