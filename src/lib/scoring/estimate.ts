import { studentT95 } from './student-t';
import type { Tally } from './tally';

/** 0 to 100: where the average over very many situations like these would probably lie. */
export type Band = { low: number; high: number };

export type Estimate = {
	score: number;
	standardError: number;
	/** 90 %. Twenty other scenes may well score outside it. */
	band: Band;
	count: number;
};

const POINTS = 25;

const LEAST_SPREAD = 0.5;

/**
 * score = 25 * mean(x); se = 25 * max(sd(x), 0.5) / sqrt(k); band = score ± t(0.95, k - 1) * se, for 2 to 40 answers x. The
 * conditional standard error of generalizability theory: scenes are a sample of those that might have been asked.
 */
export function estimate(tally: Tally): Estimate {
	const { count, sum, sumOfSquares } = tally;
	// Multiplies first: whole numbers stay exact, so a score that belongs on a cut lies exactly on it.
	const score = (POINTS * sum) / count;
	const variance = (count * sumOfSquares - sum * sum) / (count * (count - 1));
	const standardError = (POINTS * Math.max(Math.sqrt(variance), LEAST_SPREAD)) / Math.sqrt(count);
	const halfWidth = studentT95(count - 1) * standardError;
	const band = { low: Math.max(0, score - halfWidth), high: Math.min(4 * POINTS, score + halfWidth) };
	return { score, standardError, band, count };
}
