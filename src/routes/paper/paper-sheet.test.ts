import { describe, expect, test } from 'vitest';
import { RUNGS, scenarioOf } from '$lib/questions';
import { LETTERS, PAPER_SHEET } from './paper-sheet';

const columns = LETTERS.map((_, place) => PAPER_SHEET.map(({ rungs }) => rungs[place]));

describe('the order on paper', () => {
	test('is the one that was printed', () => {
		const numbers = PAPER_SHEET.map(({ scene }) => scenarioOf(scene).number);
		expect(numbers).toEqual([11, 18, 9, 3, 13, 16, 6, 5, 7, 17, 1, 19, 15, 12, 2, 20, 22, 23, 4, 21]);
		expect(PAPER_SHEET[0]?.rungs).toEqual([1, 4, 2, 0, 3]);
	});

	test('gives one letter all the way down the middle of the scale', () => {
		for (const column of columns)
			expect(column.reduce<number>((sum, rung) => sum + (rung ?? NaN), 0)).toBe(40);
	});

	test('puts each rung 2 to 6 times under each letter', () => {
		for (const column of columns) {
			for (const rung of RUNGS) {
				const times = column.filter((other) => other === rung).length;
				expect(times).toBeGreaterThanOrEqual(2);
				expect(times).toBeLessThanOrEqual(6);
			}
		}
	});

	test('seldom asks about the same dimension twice running', () => {
		const dimensions = PAPER_SHEET.map(({ scene }) => scenarioOf(scene).dimension);
		const repeated = dimensions.filter((dimension, place) => dimension === dimensions[place - 1]);
		expect(repeated.length).toBeLessThanOrEqual(2);
	});
});
