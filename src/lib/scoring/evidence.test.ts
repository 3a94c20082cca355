import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIMENSIONS, FORMS, scenarioOf, type Rung, type ScenarioId } from '../questions';
import type { Answers } from './answers';
import { scorable } from './answers.arbitrary';
import { evidenceFor } from './evidence';

const form = FORMS.full;
const filter = form.scenarioIds.filter((id) => scenarioOf(id).dimension === 'filter');

/** Evidence of the filter, by the place in the key of its scenes. */
function places(...rungs: Rung[]) {
	const answers: Answers = {};
	filter.slice(0, rungs.length).forEach((id, i) => (answers[id] = rungs[i] as Rung));
	const { nearest, against } = evidenceFor(answers, form, 'filter');
	const place = (id: ScenarioId) => filter.indexOf(id);
	return { nearest: nearest.map(place), against: against && place(against) };
}

describe('the evidence for a dimension', () => {
	test('is the two answers nearest to its average and the one furthest from it', () => {
		// The average of the five is 2.8.
		expect(places(0, 3, 4, 3, 4)).toEqual({ nearest: [1, 3], against: 0 });
		expect(places(0, 0, 4, 0, 0)).toEqual({ nearest: [0, 1], against: 2 });
	});

	test('leans to the other side than the nearest where two are equally far', () => {
		// The average is 2; the nearest are 2 and the first 0, so 4 pulls the other way.
		expect(places(0, 4, 0, 4, 2)).toEqual({ nearest: [0, 4], against: 1 });
		expect(places(4, 0, 4, 0, 2)).toEqual({ nearest: [0, 4], against: 1 });
	});

	test('has nothing against it where all lie on the rungs shown', () => {
		expect(places(3, 3, 3, 3, 3).against).toBeNull();
		expect(places(2, 3, 2, 3)).toEqual({ nearest: [0, 1], against: null });
	});

	test('is what there is', () => {
		expect(places(2)).toEqual({ nearest: [0], against: null });
		expect(places()).toEqual({ nearest: [], against: null });
	});

	test('never shows a nearest answer that lies further off than another', () => {
		fc.assert(
			fc.property(scorable, fc.constantFrom(...DIMENSIONS), ({ form, answers }, dimension) => {
				const { nearest, against } = evidenceFor(answers, form, dimension);
				const all = form.scenarioIds.filter((id) => scenarioOf(id).dimension === dimension && id in answers);
				const mean = all.reduce((sum, id) => sum + (answers[id] ?? 0), 0) / all.length;
				const off = (id: ScenarioId) => Math.abs((answers[id] ?? 0) - mean);
				const rest = all.filter((id) => !nearest.includes(id));
				for (const near of nearest)
					for (const other of rest) expect(off(near)).toBeLessThanOrEqual(off(other));
				if (against !== null) expect(Math.max(...rest.map(off))).toBe(off(against));
			})
		);
	});
});
