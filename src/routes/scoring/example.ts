import { DIMENSIONS, FORMS, SCENARIOS, type Dimension, type Rung } from '$lib/questions';
import { score, studentT95, totalOf, type Answers, type Estimate } from '$lib/scoring';

/** Made up; in the order of the key. */
const CHOSEN: readonly Rung[] = [3, 2, 3, 4, 1, 3, 3, 2, 2, 3, 4, 3, 2, 3, 1, 3, 3, 2, 3, 2];

/** Shows how little five answers say. */
export const EXAMPLE_DIMENSION: Dimension = 'filter';

const POINTS = 25;

const answers: Answers = Object.fromEntries(SCENARIOS.map(({ id }, index) => [id, CHOSEN[index]]));

export const EXAMPLE = profileOfExample();

function profileOfExample() {
	const profile = score(answers, FORMS.full);
	if (!profile) throw new RangeError('the example lacks answers');
	return profile;
}

export const EXAMPLE_ROWS = DIMENSIONS.map((dimension) => ({
	dimension,
	rungs: SCENARIOS.filter((scenario) => scenario.dimension === dimension).map(
		({ id }) => answers[id] as Rung
	),
	estimate: EXAMPLE.dimensions[dimension] as Estimate
}));

export function exampleNumbers() {
	const { count, sum: total, sumOfSquares: squares } = totalOf(EXAMPLE.tallies);
	const { score: value, standardError: error } = EXAMPLE.overall;
	return {
		count,
		total,
		squares,
		freedom: count - 1,
		points: POINTS,
		top: POINTS * 4,
		mean: value / POINTS,
		spread: (error * Math.sqrt(count)) / POINTS,
		error,
		t: studentT95(count - 1)
	};
}
