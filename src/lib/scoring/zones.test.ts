import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from './profile';
import { scorable } from './answers.arbitrary';
import { CUTS, spanOf, ZONES, zoneOf } from './zones';

describe('zoneOf', () => {
	it.each([
		[0, 'favourHunting'],
		[12.499, 'favourHunting'],
		[12.5, 'returnMinded'],
		[37.499, 'returnMinded'],
		[37.5, 'openDealer'],
		[62.499, 'openDealer'],
		[62.5, 'valueLed'],
		[87.499, 'valueLed'],
		[87.5, 'valueOnly'],
		[100, 'valueOnly']
	] as const)('puts %d in %s', (points, zone) => {
		expect(zoneOf(points)).toBe(zone);
	});

	it('gives the zone of the nearest rung', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (points) => {
				expect(zoneOf(points)).toBe(ZONES[Math.round(points / 25)]);
			})
		);
	});
});

describe('spanOf', () => {
	it.each([
		[40, 60, 'openDealer', 'openDealer'],
		[37.5, 62.5, 'openDealer', 'openDealer'],
		[37.4, 62.5, 'returnMinded', 'openDealer'],
		[37.5, 62.6, 'openDealer', 'valueLed'],
		[57.066, 72.934, 'openDealer', 'valueLed'],
		[0, 100, 'favourHunting', 'valueOnly'],
		[10, 90, 'favourHunting', 'valueOnly'],
		[88, 100, 'valueOnly', 'valueOnly'],
		[62.5, 62.5, 'valueLed', 'valueLed']
	] as const)('from %d to %d: %s to %s', (low, high, from, to) => {
		expect(spanOf({ low, high })).toEqual({ from, to });
	});

	it('names two zones exactly when a cut lies strictly inside', () => {
		// Whole and half points, so that bands often end on a cut.
		const end = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);
		fc.assert(
			fc.property(end, end, (a, b) => {
				const band = { low: Math.min(a, b), high: Math.max(a, b) };
				const { from, to } = spanOf(band);
				const crosses = CUTS.some((cut) => band.low < cut && cut < band.high);
				expect(from !== to).toBe(crosses);
				expect(from).toBe(zoneOf(band.low));
			})
		);
	});

	it('holds the zone of the score', () => {
		fc.assert(
			fc.property(scorable, ({ form, answers }) => {
				const { zone, span } = score(answers, form)!;
				expect(ZONES.indexOf(span.from)).toBeLessThanOrEqual(ZONES.indexOf(zone));
				expect(ZONES.indexOf(span.to)).toBeGreaterThanOrEqual(ZONES.indexOf(zone));
			})
		);
	});
});
