import { studentT95 } from './student-t';
import type { Tally } from './tally';

/** Where the average over very many situations like these would probably lie. Both ends 0 to 100. */
export type Band = { low: number; high: number };

export type Estimate = {
	/** 0 (favour-hunting) to 100 (value-driven sharing). */
	score: number;
	/** Of the score, in the same points; never 0. */
	standardError: number;
	/** 90 %, clipped to 0..100; it always holds the score. Twenty other scenes may well score outside it. */
	band: Band;
	/** Answers it rests on. */
	count: number;
};

/** Points on the scale per rung. */
const POINTS = 25;

/** Five answers alike do not mean that a sixth must be: below this spread, in rungs, nobody is taken to be. */
const LEAST_SPREAD = 0.5;

/**
 * Score and 90 % band of some answers. With k answers x on rungs 0..4:
 *
 *     score = 25 * mean(x)
 *     se    = 25 * max(sd(x), 0.5) / sqrt(k)     sample sd, n - 1
 *     band  = score ± t(0.95, k - 1) * se
 *
 * The scenes are a sample of those that might have been asked, so se is the conditional standard error
 * of generalizability theory; no norms are needed.
 * @param tally of 2 to 40 answers; a RangeError for fewer or more
 */
export function estimate(tally: Tally): Estimate {
	const { count, sum, sumOfSquares } = tally;
	if (count < 2) throw new RangeError(`an estimate needs 2 answers, not ${count}`);
	// Multiplied first: whole numbers stay exact, so a score that belongs on a cut lies exactly on it.
	const score = (POINTS * sum) / count;
	const variance = (count * sumOfSquares - sum * sum) / (count * (count - 1));
	const standardError = (POINTS * Math.max(Math.sqrt(variance), LEAST_SPREAD)) / Math.sqrt(count);
	const halfWidth = studentT95(count - 1) * standardError;
	const band = { low: Math.max(0, score - halfWidth), high: Math.min(4 * POINTS, score + halfWidth) };
	return { score, standardError, band, count };
}
