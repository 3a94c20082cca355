import type { Form, ScenarioId } from '../questions';
import type { Answers } from './answers';

export type CountNote = { rung: 0 | 4; scenes: ScenarioId[] };

export type Pick = { position: number; milliseconds: number };

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
	if (picks.length < FEWEST_PICKS) return [];
	const notes: MannerNote[] = [];
	if (median(picks.map((pick) => pick.milliseconds)) < QUICK_MILLISECONDS) notes.push('quick');
	const samePosition = mostFrequent(picks.map((pick) => pick.position));
	if (100 * samePosition >= SAME_POSITION_PERCENT * picks.length) notes.push('onePosition');
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
