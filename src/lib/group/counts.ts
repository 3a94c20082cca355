import { RUNGS, type Rung } from '../questions';

/** People by rung; who sat out is in none of them. */
export type Counts = readonly [number, number, number, number, number];

export function countRungs(rungs: readonly Rung[]): Counts {
	const counts = RUNGS.map(() => 0);
	for (const rung of rungs) counts[rung] = (counts[rung] as number) + 1;
	return counts as unknown as Counts;
}

export function isNearlyAll(counts: Counts): boolean {
	return Math.max(...counts) >= counts.reduce((sum, count) => sum + count, 0) - 1;
}
