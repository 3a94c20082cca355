import { RUNGS, type Rung } from './schema';
import type { ScenarioId } from './scenarios';
import { DEALER_STORY, type Form } from './forms';

/** What one person sees: scenes in order, and for each scene the rungs in the order of display. */
export type Sheet = {
	scene: ScenarioId;
	/** `rungs[position]` is the rung of the option shown at that position. */
	rungs: readonly Rung[];
}[];

/**
 * Mulberry32 (public domain, T. Ettinger): a small generator that gives the same sequence on every
 * device for the same 32-bit seed. `Math.random` cannot be seeded, and a run must survive a reload.
 */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Fisher-Yates: every order is equally likely. `random` gives numbers from 0 to below 1. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const result = [...items];
	for (let i = result.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[result[i], result[j]] = [result[j] as T, result[i] as T];
	}
	return result;
}

/** Puts those items that belong to the story into the story's order, in the places they hold. */
function inStoryOrder(scenes: readonly ScenarioId[]): ScenarioId[] {
	const told = DEALER_STORY.filter((id) => scenes.includes(id));
	let next = 0;
	return scenes.map((id) => (told.includes(id) ? (told[next++] as ScenarioId) : id));
}

/**
 * Scenes and options of a form in the order in which the holder of `seed` sees them.
 * The same form and seed give the same sheet for ever: a saved run depends on it.
 * @param seed any integer; only its lowest 32 bits count
 */
export function sheetFor(form: Form, seed: number): Sheet {
	const random = seededRandom(seed);
	const scenes = inStoryOrder(shuffled(form.scenarioIds, random));
	return scenes.map((scene) => ({ scene, rungs: shuffled(RUNGS, random) }));
}
