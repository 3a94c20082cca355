import quantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { scorable } from './answers.arbitrary';
import { clearestDifferences, compareEstimates, shownDifference } from './compare';
import { FORMS, SCENARIOS, type Rung } from '../questions';
import type { Estimate } from './estimate';
import { score } from './profile';

function estimateOf(score: number, standardError: number, count: number): Estimate {
	return { score, standardError, band: { low: 0, high: 100 }, count };
}

const estimates = scorable.map(({ form, answers }) => score(answers, form)!.overall);

describe('compareEstimates', () => {
	it('gives later minus earlier and the error of the difference', () => {
		const { difference, standardError } = compareEstimates(estimateOf(50, 3, 20), estimateOf(42, 4, 20));
		expect(difference).toBe(-8);
		expect(standardError).toBe(5);
	});

	// Limits worked out with scipy: t.ppf(0.95, floor(df)) * hypot(a, b).
	it.each([
		[5, 20, 5, 20, 38, 11.921498],
		[5, 10, 5, 20, 24, 12.097763],
		[12, 5, 4, 20, 4, 26.965966],
		[0.1, 20, 9, 8, 7, 17.05226]
	])('at errors %d (of %i) and %d (of %i), df %i', (a, kA, b, kB, df, limit) => {
		expect(quantile(0.95, df) * Math.hypot(a, b)).toBeCloseTo(limit, 5);
		for (const direction of [1, -1]) {
			const past = compareEstimates(
				estimateOf(50, a, kA),
				estimateOf(50 + direction * (limit + 1e-4), b, kB)
			);
			const within = compareEstimates(
				estimateOf(50, a, kA),
				estimateOf(50 + direction * (limit - 1e-4), b, kB)
			);
			expect(past.exceeds).toBe(true);
			expect(within.exceeds).toBe(false);
		}
	});

	it('counts 38 degrees of freedom for two like runs even where floating point says 37.99…', () => {
		// 14.74 lies between the limits for 38 (14.735) and for 37 (14.745).
		expect(compareEstimates(estimateOf(50, 6.18, 20), estimateOf(64.74, 6.18, 20)).exceeds).toBe(true);
	});

	it('sees no change from a run to itself', () => {
		fc.assert(
			fc.property(estimates, (one) => {
				expect(compareEstimates(one, one)).toMatchObject({ difference: 0, exceeds: false });
			})
		);
	});

	it('only turns its sign when the two change places, and never runs off the table', () => {
		fc.assert(
			fc.property(estimates, estimates, (one, other) => {
				const there = compareEstimates(one, other);
				const back = compareEstimates(other, one);
				expect(back.difference).toBe(0 - there.difference);
				expect(back.standardError).toBe(there.standardError);
				expect(back.exceeds).toBe(there.exceeds);
			})
		);
	});

	it('sees no change to a score inside the band', () => {
		fc.assert(
			fc.property(estimates, estimates, (one, other) => {
				fc.pre(one.band.low <= other.score && other.score <= one.band.high);
				expect(compareEstimates(one, other).exceeds).toBe(false);
			})
		);
	});
});

test('the difference that is shown is that of the scores that are shown', () => {
	// 1.25 apart, and yet 63 and 61 are what is read beside it.
	expect(shownDifference(estimateOf(62.5, 4, 20), estimateOf(61.25, 4, 20))).toBe(2);
	expect(shownDifference(estimateOf(61.25, 4, 20), estimateOf(62.5, 4, 20))).toBe(2);
	expect(shownDifference(estimateOf(62.5, 4, 20), estimateOf(63.4, 4, 20))).toBe(0);
});

describe('clearestDifferences', () => {
	const profileOf = (rungs: (dimension: string) => Rung) =>
		score(Object.fromEntries(SCENARIOS.map(({ id, dimension }) => [id, rungs(dimension)])), FORMS.full)!;
	const twos = profileOf(() => 2);

	it('is the dimension that lies farthest apart', () => {
		const other = profileOf((dimension) => (dimension === 'pull' ? 4 : dimension === 'filter' ? 3 : 2));
		expect(clearestDifferences(twos, other)).toEqual(['pull']);
		expect(clearestDifferences(other, twos)).toEqual(['pull']);
	});

	it('is more than one where these lie equally far apart', () => {
		const other = profileOf((dimension) => (dimension === 'pull' || dimension === 'filter' ? 3 : 2));
		expect(clearestDifferences(twos, other)).toEqual(['filter', 'pull']);
	});

	it('is none where the ranges explain every difference, and in the short form', () => {
		expect(clearestDifferences(twos, twos)).toEqual([]);
		const short = score(Object.fromEntries(FORMS.short.scenarioIds.map((id) => [id, 4])), FORMS.short)!;
		expect(clearestDifferences(short, twos)).toEqual([]);
		expect(clearestDifferences(twos, short)).toEqual([]);
	});
});
