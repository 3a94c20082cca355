import { describe, expect, it } from 'vitest';
import type { Estimate } from './estimate';
import { shapeOf } from './shape';

function scored(score: number, standardError = 10): Estimate {
	return { score, standardError, band: { low: 0, high: 100 }, count: 5 };
}

describe('shapeOf', () => {
	it('is null unless all four dimensions are scored', () => {
		expect(shapeOf({})).toBeNull();
		expect(shapeOf({ filter: scored(0), strings: scored(100), pull: scored(50) })).toBeNull();
	});

	it('is even when all are alike', () => {
		const all = scored(60);
		expect(shapeOf({ filter: all, strings: all, pull: all, candour: all })).toEqual({ kind: 'close' });
	});

	// 2.33 * 10 * sqrt(3/4) is 20.178; raising one of four by x lifts it 3x/4 above the mean.
	it.each([
		[26.9, { kind: 'close' }],
		[26.91, { kind: 'uneven', higher: ['pull'], lower: [] }],
		[-26.9, { kind: 'close' }],
		[-26.91, { kind: 'uneven', higher: [], lower: ['pull'] }]
	])('with one dimension %d points off the other three', (by, shape) => {
		const rest = scored(50);
		expect(shapeOf({ filter: rest, strings: rest, pull: scored(50 + by), candour: rest })).toEqual(shape);
	});

	it('names both sides, in the order of the dimensions', () => {
		const shape = shapeOf({ candour: scored(80), filter: scored(82), strings: scored(20), pull: scored(22) });
		expect(shape).toEqual({ kind: 'uneven', higher: ['filter', 'candour'], lower: ['strings', 'pull'] });
	});

	it('measures all four against their pooled error', () => {
		// se² = (900 + 3) / 4, so that the threshold is 2.33 * 15.025 * sqrt(3/4) = 30.32
		const rest = (score: number) => scored(score, 1);
		const around = (by: number) => ({
			filter: scored(50, 30),
			strings: rest(50 + by),
			pull: rest(50),
			candour: rest(50)
		});
		expect(shapeOf(around(40.4))).toEqual({ kind: 'close' });
		expect(shapeOf(around(40.5))).toEqual({ kind: 'uneven', higher: ['strings'], lower: [] });
	});
});
