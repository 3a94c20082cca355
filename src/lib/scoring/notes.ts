import type { Form, ScenarioId } from '../questions';
import type { Answers } from './answers';

/** Several answers at one end of the ladder: which end, and in which scenes, in the order of the key. */
export type CountNote = { rung: 0 | 4; scenes: ScenarioId[] };

/** One choice as it was made: where the option stood on the screen (from 0), and the time spent on the scene. */
export type Pick = { position: number; milliseconds: number };

/** Something about the manner of answering that makes the score less trustworthy. */
export type MannerNote = 'quick' | 'onePosition';

/** One or two answers at an end can be the scene's doing; from here on they are worth a mention. */
const NOTABLE_COUNT = 3;

/** Fewer picks than this say nothing about how somebody answers. */
const FEWEST_PICKS = 8;

/**
 * A scene is about 100 words, and no adult reads that in 3 seconds. The bar is low on purpose: a note
 * that blames a fast reader unjustly is worse than one that misses somebody who clicked through.
 */
const QUICK_MILLISECONDS = 3000;

/** Options stand in random order, so an honest reader's choices wander. */
const SAME_POSITION_PERCENT = 90;

/** The ends of the ladder that were chosen three times or more, rung 0 first. */
export function countNotes(answers: Answers, form: Form): CountNote[] {
	return ([0, 4] as const)
		.map((rung) => ({ rung, scenes: form.scenarioIds.filter((id) => answers[id] === rung) }))
		.filter((note) => note.scenes.length >= NOTABLE_COUNT);
}

/**
 * What stands out in the manner of answering: `quick` when the median time per scene is under 3 s,
 * `onePosition` when at least 90 % of the picks were at the same place. Nothing under 8 picks.
 */
export function mannerNotes(picks: readonly Pick[]): MannerNote[] {
	if (picks.length < FEWEST_PICKS) return [];
	const notes: MannerNote[] = [];
	if (median(picks.map((pick) => pick.milliseconds)) < QUICK_MILLISECONDS) notes.push('quick');
	const samePosition = mostFrequent(picks.map((pick) => pick.position));
	if (100 * samePosition >= SAME_POSITION_PERCENT * picks.length) notes.push('onePosition');
	return notes;
}

/** Of at least one value. The median, because one long pause over a scene says nothing about the rest. */
function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = Math.floor(sorted.length / 2);
	const lower = Math.ceil(sorted.length / 2) - 1;
	return ((sorted[lower] as number) + (sorted[upper] as number)) / 2;
}

/** How often the most frequent value occurs. */
function mostFrequent(values: number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return Math.max(...counts.values());
}
