import { RUNGS, type Form, type Rung } from '../questions';
import type { Answers } from './answers';
import { score } from './profile';
import { ZONES } from './zones';

export type Most = {
	/** `commonest`: more often than any other, yet half of the answers at most. */
	kind: 'all' | 'majority' | 'commonest' | 'tied';
	rungs: Rung[];
};

/** Nothing rests on the mean, except what names it: ten answers on rung 0 and ten on rung 4 have that of twenty on rung 2. */
export type Pattern = {
	total: number;
	counts: readonly number[];
	most: Most;
	/** The rung that the average lies nearest to, which may not have been chosen at all. */
	near: { rung: Rung; count: number };
	/** Two groups of answers, three rungs apart or more, each a quarter of all or more. */
	apart: { low: number; high: number } | null;
};

const FAR = 3;

export function patternOf(answers: Answers, form: Form): Pattern | null {
	const profile = score(answers, form);
	if (!profile) return null;
	const chosen = form.scenarioIds.flatMap((id) => answers[id] ?? []);
	const counts = RUNGS.map((rung) => chosen.filter((one) => one === rung).length);
	const rung = ZONES.indexOf(profile.zone) as Rung;
	return {
		total: chosen.length,
		counts,
		most: mostOf(counts, chosen.length),
		near: { rung, count: counts[rung] ?? 0 },
		apart: apartIn(counts, chosen.length)
	};
}

function mostOf(counts: readonly number[], total: number): Most {
	const most = Math.max(...counts);
	const rungs = RUNGS.filter((rung) => counts[rung] === most);
	if (most === total) return { kind: 'all', rungs };
	if (2 * most > total) return { kind: 'majority', rungs };
	return { kind: rungs.length === 1 ? 'commonest' : 'tied', rungs };
}

function apartIn(counts: readonly number[], total: number): Pattern['apart'] {
	const sum = (from: number, to: number) => counts.slice(from, to).reduce((all, count) => all + count, 0);
	for (let end = 1; end + FAR - 1 < counts.length; end += 1) {
		const [low, high] = [sum(0, end), sum(end + FAR - 1, counts.length)];
		if (4 * low >= total && 4 * high >= total) return { low, high };
	}
	return null;
}
