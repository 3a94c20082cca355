import type { Dimension, Form, Rung, ScenarioId } from '../questions';
import { scenarioOf } from '../questions';
import type { Answers } from './answers';

/** The choices that show what the score of a dimension stands for, and the one that speaks against it. */
export type Evidence = {
	/** The two nearest to the average, in the order of the key; one where only one was answered. */
	nearest: ScenarioId[];
	/** The one that pulled furthest the other way. Null where no other answer lies on a rung of its own. */
	against: ScenarioId | null;
};

const NEAREST = 2;

/**
 * Which answers of a dimension to show beside its score. `against` is the answer furthest from the average;
 * of several as far, one on the other side of the average than `nearest`.
 */
export function evidenceFor(answers: Answers, form: Form, dimension: Dimension): Evidence {
	const answered = form.scenarioIds.flatMap((id) => {
		const rung = answers[id];
		return rung !== undefined && scenarioOf(id).dimension === dimension ? [{ id, rung }] : [];
	});
	const mean = answered.reduce((sum, { rung }) => sum + rung, 0) / answered.length;
	const off = (rung: Rung) => Math.abs(rung - mean);
	const byDistance = answered.toSorted((a, b) => off(a.rung) - off(b.rung));
	const nearest = byDistance.slice(0, NEAREST);

	const side = Math.sign(nearest.reduce((sum, { rung }) => sum + rung - mean, 0));
	const others = byDistance
		.slice(NEAREST)
		.filter(({ rung }) => nearest.every((one) => one.rung !== rung))
		.toSorted((a, b) => off(b.rung) - off(a.rung) || side * (a.rung - b.rung));
	return {
		nearest: form.scenarioIds.filter((id) => nearest.some((one) => one.id === id)),
		against: others[0]?.id ?? null
	};
}
