import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { score } from './profile';
import { scorable } from './answers.arbitrary';
import { CUTS, spanOf, ZONES, zoneOf, zonesIn } from './zones';

describe('zoneOf', () => {
	it.each([
		[0, 'huntingFavours'],
		[12.499, 'huntingFavours'],
		[12.5, 'keepingCount'],
		[37.499, 'keepingCount'],
		[37.5, 'dealingOpenly'],
		[62.499, 'dealingOpenly'],
		[62.5, 'goingByValue'],
		[87.499, 'goingByValue'],
		[87.5, 'valueAlone'],
		[100, 'valueAlone']
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
		[40, 60, 'dealingOpenly', 'dealingOpenly'],
		[37.5, 62.5, 'dealingOpenly', 'dealingOpenly'],
		[37.4, 62.5, 'keepingCount', 'dealingOpenly'],
		[37.5, 62.6, 'dealingOpenly', 'goingByValue'],
		[57.066, 72.934, 'dealingOpenly', 'goingByValue'],
		[0, 100, 'huntingFavours', 'valueAlone'],
		[10, 90, 'huntingFavours', 'valueAlone'],
		[88, 100, 'valueAlone', 'valueAlone'],
		[62.5, 62.5, 'goingByValue', 'goingByValue']
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

test.each([
	['huntingFavours', 'huntingFavours', ['huntingFavours']],
	['dealingOpenly', 'valueAlone', ['dealingOpenly', 'goingByValue', 'valueAlone']]
] as const)('the zones from %s to %s hold both ends and what lies between', (from, to, zones) => {
	expect(zonesIn({ from, to })).toEqual(zones);
});
