import fc from 'fast-check';
import { FORM_IDS, formOf, KEY_VERSIONS, RUNGS, type Form, type Rung } from '../questions';
import type { Answers } from './answers';

/** For tests only: what people might answer. */

export const rungs = fc.constantFrom(...RUNGS);

/** Of every version of the key. */
export const forms: fc.Arbitrary<Form> = fc.constantFrom(
	...KEY_VERSIONS.flatMap((version) => FORM_IDS.map((id) => formOf(id, version)))
);

/** Answers to some scenes of the form, at least as many as given; each subset can come up. */
export function answersTo(form: Form, atLeast = 0): fc.Arbitrary<Answers> {
	const scenes = fc.subarray([...form.scenarioIds], { minLength: atLeast });
	const choices = fc.array(rungs, { minLength: form.scenarioIds.length, maxLength: form.scenarioIds.length });
	return fc
		.tuple(scenes, choices)
		.map(([ids, chosen]) => Object.fromEntries(ids.map((id, i) => [id, chosen[i] as Rung])));
}

/** A form with answers that are enough for a profile. */
export const scorable: fc.Arbitrary<{ form: Form; answers: Answers }> = forms.chain((form) =>
	answersTo(form, form.minimumAnswers).map((answers) => ({ form, answers }))
);

/** Answers to the scenes of a form in the order of its key; null skips a scene. */
export function answered(form: Form, choices: readonly (Rung | null)[]): Answers {
	const answers: Answers = {};
	form.scenarioIds.forEach((id, i) => {
		const rung = choices[i];
		if (rung !== undefined && rung !== null) answers[id] = rung;
	});
	return answers;
}
