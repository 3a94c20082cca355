import { RUNGS, type Form, type Rung } from '../questions';
import type { Answers } from './answers';
import { score } from './profile';
import { ZONES } from './zones';

/** Which rungs were chosen most often, from the lowest; only as much as the answers bear out. */
export type Most = {
	/**
	 * `all`: no other rung was chosen · `majority`: more than half of the answers · `commonest`: more often
	 * than any other, yet half of the answers at most · `tied`: several rungs equally often, none more often.
	 */
	kind: 'all' | 'majority' | 'commonest' | 'tied';
	rungs: Rung[];
};

/**
 * What may be said about the answers behind a score. A mean hides its parts: ten answers on rung 0 and ten on
 * rung 4 have the mean of twenty on rung 2. So nothing here rests on the mean, except what names it.
 */
export type Pattern = {
	/** Scenes of the form that were answered. */
	total: number;
	/** How many answers lie on each rung, from rung 0. */
	counts: readonly number[];
	most: Most;
	/** The rung that the average lies nearest to, which may not have been chosen at all. */
	near: { rung: Rung; count: number };
	/** Two groups of answers, three rungs apart or more, each a quarter of all or more. Null where there are none. */
	apart: { low: number; high: number } | null;
};

const FAR = 3;

/** How the answers are spread over the ladder, or null while there are too few for a score. */
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
