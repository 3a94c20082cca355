import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeItems } from './items';
import { responses } from './responses.arbitrary';

describe('describeItems', () => {
	it('counts only those who answered', () => {
		expect(
			describeItems([
				[4, null, null],
				[2, 3, null],
				[null, null, null],
				[0, null, null]
			])
		).toEqual([
			{ answered: 3, frequencies: { 0: 1, 1: 0, 2: 1, 3: 0, 4: 1 }, mean: 2, sd: 2 },
			{ answered: 1, frequencies: { 0: 0, 1: 0, 2: 0, 3: 1, 4: 0 }, mean: 3, sd: null },
			{ answered: 0, frequencies: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 }, mean: null, sd: null }
		]);
	});

	it('has nothing to say about nobody', () => {
		expect(describeItems([])).toEqual([]);
	});

	it('agrees with the answers themselves', () => {
		fc.assert(
			fc.property(responses, (rows) => {
				describeItems(rows).forEach(({ answered, frequencies, mean, sd }, item) => {
					const given = rows.flatMap((row) => row[item] ?? []);
					expect(answered).toBe(given.length);
					expect(Object.entries(frequencies)).toEqual(
						[0, 1, 2, 3, 4].map((rung) => [`${rung}`, given.filter((one) => one === rung).length])
					);
					const average = given.reduce<number>((sum, x) => sum + x, 0) / given.length;
					const squares = given.reduce<number>((sum, x) => sum + (x - average) ** 2, 0);
					if (given.length > 0) expect(mean).toBeCloseTo(average, 12);
					if (given.length > 1) expect(sd).toBeCloseTo(Math.sqrt(squares / (given.length - 1)), 9);
				});
				expect(describeItems(rows)).toHaveLength(rows[0]?.length ?? 0);
			})
		);
	});

	it('refuses rows of different lengths', () => {
		expect(() => describeItems([[1], [2, 3]])).toThrow(RangeError);
	});
});
