import type { Dimension, Form, Rung, ScenarioId } from '../questions';
import { scenarioOf } from '../questions';
import type { Answers } from './answers';

export type Evidence = {
	nearest: ScenarioId[];
	/** Of several as far from the average, one on the other side of it than `nearest`. */
	against: ScenarioId | null;
};

const NEAREST = 2;

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
