import { RUNGS, type Dimension, type Rung } from './schema';
import { scenarioOf, type ScenarioId } from './scenarios';
import { DEALER_STORY, OPENING_SCENE, type Form } from './forms';

export type Sheet = {
	scene: ScenarioId;
	/** `rungs[position]` is the rung of the option shown there. */
	rungs: readonly Rung[];
}[];

/** Mulberry32 (public domain, T. Ettinger): the same sequence on every device for the same 32-bit seed. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const result = [...items];
	for (let i = result.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[result[i], result[j]] = [result[j] as T, result[i] as T];
	}
	return result;
}

/** Puts the parts of the story into its order, in the places they hold. */
function inStoryOrder(scenes: readonly ScenarioId[]): ScenarioId[] {
	const told = DEALER_STORY.filter((id) => scenes.includes(id));
	let next = 0;
	return scenes.map((id) => (told.includes(id) ? (told[next++] as ScenarioId) : id));
}

/** Opens with the opening scene, has one scene at most between the first two parts of the story, and no three of a dimension. */
export function readsWell(scenes: readonly ScenarioId[]): boolean {
	const [first, second] = DEALER_STORY.map((id) => scenes.indexOf(id)) as [number, number];
	const isOpened = !scenes.includes(OPENING_SCENE) || scenes[0] === OPENING_SCENE;
	const isClose = first < 0 || second < 0 || (first < second && second - first <= 2);
	const dimensions = scenes.map((id) => scenarioOf(id).dimension);
	return isOpened && isClose && dimensions.every((one, i) => i < 2 || !isThird(dimensions, one, i));
}

const isThird = (dimensions: readonly Dimension[], one: Dimension, i: number) =>
	dimensions[i - 1] === one && dimensions[i - 2] === one;

const DRAWS = 1000;

/** Orders that read well are equally likely; scenes that cannot stand well are asked all the same. */
function drawn(scenes: readonly ScenarioId[], random: () => number): ScenarioId[] {
	const rest = scenes.filter((id) => id !== OPENING_SCENE);
	const opening = scenes.filter((id) => id === OPENING_SCENE);
	for (let draw = 1; ; draw++) {
		const order = [...opening, ...inStoryOrder(shuffled(rest, random))];
		if (readsWell(order) || draw === DRAWS) return order;
	}
}

/** The same form and seed give the same sheet for ever: a saved run depends on it. Only the lowest 32 bits of the seed count. */
export function sheetFor(form: Form, seed: number): Sheet {
	const random = seededRandom(seed);
	const scenes =
		form.version === 1 ? inStoryOrder(shuffled(form.scenarioIds, random)) : drawn(form.scenarioIds, random);
	return scenes.map((scene) => ({ scene, rungs: shuffled(RUNGS, random) }));
}
