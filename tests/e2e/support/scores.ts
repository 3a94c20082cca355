import type { Rung } from '../../../src/lib/questions';

/** 0.95 quantiles of Student's t, from a printed table: the app's own must agree with them. */
const T95: Record<number, number> = { 4: 2.131847, 9: 1.833113, 15: 1.75305, 19: 1.729133 };

/** Score and band as the page should write them, worked out from the choices by the published formula. */
export function expectedScore(rungs: readonly Rung[]) {
	const k = rungs.length;
	const total = rungs.reduce<number>((sum, rung) => sum + rung, 0);
	const mean = total / k;
	const sd = Math.sqrt(rungs.reduce<number>((sum, rung) => sum + (rung - mean) ** 2, 0) / (k - 1));
	const t = T95[k - 1];
	if (!t) throw new RangeError(`no quantile for ${k} answers`);
	const half = (t * 25 * Math.max(sd, 0.5)) / Math.sqrt(k);
	// Multiplied first: 25 * 2.3 is a hair less than 57.5, and would be rounded the other way.
	const score = (25 * total) / k;
	return {
		score: String(Math.round(score)),
		low: String(Math.round(Math.max(0, score - half))),
		high: String(Math.round(Math.min(100, score + half)))
	};
}
