import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rung } from '../questions';
import { rungs } from './answers.arbitrary';
import { estimate } from './estimate';
import type { Tally } from './tally';

/** From two answers to a full run. */
const runs = fc.array(rungs, { minLength: 2, maxLength: 20 });

function tallyOf(choices: readonly number[]): Tally {
	return {
		count: choices.length,
		sum: choices.reduce((sum, x) => sum + x, 0),
		sumOfSquares: choices.reduce((sum, x) => sum + x * x, 0)
	};
}

const scoreOf = (choices: readonly number[]) => estimate(tallyOf(choices)).score;

function widthOf(choices: readonly number[]): number {
	const { low, high } = estimate(tallyOf(choices)).band;
	return high - low;
}

describe('estimate, on worked examples', () => {
	it('gives the full run of the measurement notes', () => {
		const { score, standardError, band, count } = estimate(
			tallyOf([3, 2, 3, 4, 1, 3, 3, 2, 2, 3, 4, 3, 2, 3, 1, 3, 3, 2, 3, 2])
		);
		expect(score).toBe(65);
		expect((standardError * Math.sqrt(20)) / 25).toBeCloseTo(0.820783, 6);
		expect(standardError).toBeCloseTo(4.588315, 6);
		expect(band.low).toBeCloseTo(57.066, 3);
		expect(band.high).toBeCloseTo(72.934, 3);
		expect(count).toBe(20);
	});

	it('gives the five answers of the measurement notes', () => {
		const { score, standardError, band } = estimate(tallyOf([3, 2, 3, 4, 1]));
		expect(score).toBe(65);
		expect(standardError).toBeCloseTo(12.747549, 6);
		expect(band.low).toBeCloseTo(37.824, 3);
		expect(band.high).toBeCloseTo(92.176, 3);
	});

	it.each([
		[20, 4.833],
		[5, 11.917]
	])('keeps a band for %i answers alike', (count, halfWidth) => {
		const { band } = estimate(tallyOf(Array<Rung>(count).fill(2)));
		expect(band.low).toBeCloseTo(50 - halfWidth, 3);
		expect(band.high).toBeCloseTo(50 + halfWidth, 3);
	});

	it('clips the band to the scale', () => {
		expect(estimate(tallyOf([0, 0, 0, 0, 0])).band.low).toBe(0);
		expect(estimate(tallyOf([4, 4, 4, 4, 4])).band.high).toBe(100);
	});

	it.each([0, 1, 41])('refuses %i answers', (count) => {
		expect(() => estimate({ count, sum: count, sumOfSquares: count })).toThrow(RangeError);
	});
});

describe('estimate, on any answers', () => {
	it('stays on the scale, and the band holds the score', () => {
		fc.assert(
			fc.property(runs, (choices) => {
				const { score, standardError, band } = estimate(tallyOf(choices));
				expect(standardError).toBeGreaterThan(0);
				expect(band.low).toBeGreaterThanOrEqual(0);
				expect(band.low).toBeLessThanOrEqual(score);
				expect(band.high).toBeGreaterThanOrEqual(score);
				expect(band.high).toBeLessThanOrEqual(100);
			})
		);
	});

	it('follows the formula as it is written', () => {
		fc.assert(
			fc.property(runs, (choices) => {
				const mean = choices.reduce<number>((sum, x) => sum + x, 0) / choices.length;
				const squares = choices.reduce<number>((sum, x) => sum + (x - mean) ** 2, 0);
				const sd = Math.sqrt(squares / (choices.length - 1));
				const { score, standardError } = estimate(tallyOf(choices));
				expect(score).toBeCloseTo(25 * mean, 9);
				expect(standardError).toBeCloseTo((25 * Math.max(sd, 0.5)) / Math.sqrt(choices.length), 9);
			})
		);
	});

	it('rises when one answer moves up a rung', () => {
		const withRoom = runs.chain((choices) => fc.tuple(fc.constant(choices), fc.nat(choices.length - 1)));
		fc.assert(
			fc.property(withRoom, ([choices, place]) => {
				fc.pre((choices[place] as number) < 4);
				const raised = choices.map((x, i) => (i === place ? x + 1 : x));
				expect(scoreOf(raised)).toBeGreaterThan(scoreOf(choices));
			})
		);
	});

	it('never takes a skipped answer for the middle', () => {
		const withSkips = runs.chain((choices) =>
			fc.tuple(fc.constant(choices), fc.subarray(choices, { minLength: 2 }))
		);
		fc.assert(
			fc.property(withSkips, ([choices, kept]) => {
				const mean = kept.reduce<number>((sum, x) => sum + x, 0) / kept.length;
				expect(scoreOf(kept)).toBeCloseTo(25 * mean, 9);
				// Those who skip everything but the ends stay at the ends.
				const top = choices.filter((x) => x === 4);
				if (top.length >= 2) expect(scoreOf(top)).toBe(100);
			})
		);
	});

	it('never widens the band when all answers are repeated', () => {
		fc.assert(
			fc.property(runs, (choices) => {
				expect(widthOf([...choices, ...choices])).toBeLessThanOrEqual(widthOf(choices));
			})
		);
	});

	it('narrows the band with each further answer alike', () => {
		fc.assert(
			fc.property(rungs, fc.integer({ min: 2, max: 39 }), (rung, count) => {
				const fewer = widthOf(Array<Rung>(count).fill(rung));
				expect(widthOf(Array<Rung>(count + 1).fill(rung))).toBeLessThan(fewer);
			})
		);
	});

	it('mirrors when the ladder is turned round', () => {
		fc.assert(
			fc.property(runs, (choices) => {
				const { score, band } = estimate(tallyOf(choices));
				const turned = estimate(tallyOf(choices.map((x) => 4 - x)));
				expect(turned.score).toBeCloseTo(100 - score, 9);
				expect(turned.band.low).toBeCloseTo(100 - band.high, 9);
				expect(turned.band.high).toBeCloseTo(100 - band.low, 9);
			})
		);
	});

	it('holds the true score of simulated people about nine times in ten', () => {
		// Chances of rungs 0 to 4 in the scenes that might be asked; the seed makes the run repeatable.
		const people = [
			[0.1, 0.2, 0.4, 0.2, 0.1],
			[0.02, 0.08, 0.25, 0.45, 0.2],
			[0.2, 0.35, 0.25, 0.15, 0.05]
		];
		const random = seededRandom(20);
		for (const chances of people) {
			const truth = 25 * chances.reduce((sum, chance, rung) => sum + chance * rung, 0);
			let held = 0;
			for (let run = 0; run < 4000; run++) {
				const { low, high } = estimate(tallyOf(Array.from({ length: 20 }, () => draw(chances, random)))).band;
				if (low <= truth && truth <= high) held++;
			}
			expect(held / 4000).toBeGreaterThan(0.88);
			expect(held / 4000).toBeLessThan(0.92);
		}
	});
});

function draw(chances: readonly number[], random: () => number): number {
	let rest = random();
	const rung = chances.findIndex((chance) => (rest -= chance) < 0);
	return rung === -1 ? chances.length - 1 : rung;
}

/** Park and Miller's minimal standard generator: enough for a simulation. */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
