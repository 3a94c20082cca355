import { seededRandom, shuffled } from './order';
import { RUNGS, type Rung } from './schema';

/** Measures how much of the key the words of the options give away to somebody who has read no story. */

export type OptionsOfScene = readonly string[];

export type SceneGuess = { guesses: readonly Rung[]; right: number };

const ORDERS = permutationsOf(RUNGS);

/**
 * Multinomial naive Bayes with add-one smoothing, trained on the other scenes: words, pairs of neighbours and the first word.
 * Of the 120 ways to spread a scene's options over the rungs it takes the likeliest; chance gets one option in five right.
 */
export function sortByWords(scenes: readonly OptionsOfScene[], language: string): SceneGuess[] {
	const features = scenes.map((options) => options.map((option) => featuresOf(option, language)));
	return features.map((held, place) => {
		const posterior = trainedOn(features.filter((_, other) => other !== place));
		const scores = held.map((option) => RUNGS.map((rung) => posterior(option, rung)));
		const guesses = likeliest(scores, shuffled(ORDERS, seededRandom(place)));
		return { guesses, right: guesses.filter((rung, i) => rung === i).length };
	});
}

export function rightOf(guesses: readonly SceneGuess[]): number {
	return guesses.reduce((sum, { right }) => sum + right, 0);
}

function featuresOf(option: string, language: string): string[] {
	const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(option.toLowerCase());
	const words = [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
	const pairs = words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`);
	return [...words, ...pairs, `first: ${words[0] ?? ''}`];
}

/** Log posterior up to a constant; every rung is equally likely beforehand. */
function trainedOn(
	scenes: readonly (readonly string[])[][]
): (option: readonly string[], rung: Rung) => number {
	const counts = RUNGS.map((rung) => {
		const count = new Map<string, number>();
		for (const scene of scenes)
			for (const feature of scene[rung] ?? []) count.set(feature, (count.get(feature) ?? 0) + 1);
		return count;
	});
	const known = new Set(counts.flatMap((count) => [...count.keys()]));
	const totals = counts.map((count) => [...count.values()].reduce((sum, one) => sum + one, 0));
	return (option, rung) =>
		option
			.filter((feature) => known.has(feature))
			.reduce((sum, feature) => {
				const seen = (counts[rung]?.get(feature) ?? 0) + 1;
				return sum + Math.log(seen / ((totals[rung] ?? 0) + known.size));
			}, 0);
}

/** Of equal orders the first, which is why they come shuffled: the key's own must not win. */
function likeliest(scores: readonly (readonly number[])[], orders: readonly Rung[][]): Rung[] {
	const worth = (order: readonly Rung[]) =>
		order.reduce<number>((sum, rung, option) => sum + (scores[option]?.[rung] ?? 0), 0);
	return orders.reduce((best, order) => (worth(order) > worth(best) ? order : best));
}

function permutationsOf<T>(items: readonly T[]): T[][] {
	if (items.length < 2) return [[...items]];
	return items.flatMap((item, i) => permutationsOf(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
