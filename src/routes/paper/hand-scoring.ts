import { DIMENSIONS, scenarioOf, type Dimension, type Form } from '$lib/questions';
import { studentT95 } from '$lib/scoring';
import { PAPER_SHEET } from './paper-sheet';

export type Factor = {
	answers: number;
	t: number;
	/** Times the spread of the answers: half the band. */
	factor: number;
};

/** Returns a row for each number of answers that gives a score, all of them first. */
export function factorsOf({ scenarioIds, minimumAnswers }: Form): Factor[] {
	return Array.from({ length: scenarioIds.length - minimumAnswers + 1 }, (_, left) => {
		const answers = scenarioIds.length - left;
		const t = studentT95(answers - 1);
		return { answers, t, factor: (25 * t) / Math.sqrt(answers) };
	});
}

export const SCENE_NUMBERS = Object.fromEntries(
	DIMENSIONS.map((dimension) => [
		dimension,
		PAPER_SHEET.flatMap(({ scene }, place) => (scenarioOf(scene).dimension === dimension ? [place + 1] : []))
	])
) as Record<Dimension, number[]>;
