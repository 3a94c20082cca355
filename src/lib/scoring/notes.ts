import type { Form, ScenarioId } from '../questions';
import type { Answers } from './answers';

export type CountNote = { rung: 0 | 4; scenes: ScenarioId[] };

/** Answers that came back from a workshop's server have neither. */
export type Pick = { position?: number | undefined; milliseconds?: number | undefined };

export type MannerNote = 'quick' | 'onePosition';

const NOTABLE_COUNT = 3;

const FEWEST_PICKS = 8;

/** No adult reads 100 words in 3 seconds. A note that blames a fast reader unjustly is worse than one that is missing. */
const QUICK_MILLISECONDS = 3000;

/** Options stand in random order, so an honest reader's choices wander. */
const SAME_POSITION_PERCENT = 90;

export function countNotes(answers: Answers, form: Form): CountNote[] {
	return ([0, 4] as const)
		.map((rung) => ({ rung, scenes: form.scenarioIds.filter((id) => answers[id] === rung) }))
		.filter((note) => note.scenes.length >= NOTABLE_COUNT);
}

export function mannerNotes(picks: readonly Pick[]): MannerNote[] {
	const times = picks.flatMap(({ milliseconds }) => milliseconds ?? []);
	const positions = picks.flatMap(({ position }) => position ?? []);
	const notes: MannerNote[] = [];
	if (times.length >= FEWEST_PICKS && median(times) < QUICK_MILLISECONDS) notes.push('quick');
	if (
		positions.length >= FEWEST_PICKS &&
		100 * mostFrequent(positions) >= SAME_POSITION_PERCENT * positions.length
	)
		notes.push('onePosition');
	return notes;
}

/** Not the mean: one long pause over a scene says nothing about the rest. */
function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = Math.floor(sorted.length / 2);
	const lower = Math.ceil(sorted.length / 2) - 1;
	return ((sorted[lower] as number) + (sorted[upper] as number)) / 2;
}

function mostFrequent(values: number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return Math.max(...counts.values());
}
