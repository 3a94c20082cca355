import type { Dimension, Form, ScenarioId } from '../questions';
import { scenarioOf } from '../questions';
import type { Answers } from './answers';

/**
 * The scenes of a dimension whose answers lie closest to its average: the choices that show best what the
 * score stands for. In the order of the key; at most `count`, fewer where fewer were answered.
 */
export function typicalScenes(
	answers: Answers,
	form: Form,
	dimension: Dimension,
	count: number
): ScenarioId[] {
	const answered = form.scenarioIds.flatMap((id) => {
		const rung = answers[id];
		return rung !== undefined && scenarioOf(id).dimension === dimension ? [{ id, rung }] : [];
	});
	const mean = answered.reduce((sum, { rung }) => sum + rung, 0) / answered.length;
	const nearest = answered
		.toSorted((a, b) => Math.abs(a.rung - mean) - Math.abs(b.rung - mean))
		.slice(0, count);
	return form.scenarioIds.filter((id) => nearest.some((one) => one.id === id));
}
