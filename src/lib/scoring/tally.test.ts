import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, FORMS, scenarioOf, type ScenarioId } from '../questions';
import { answersTo, forms } from './answers.arbitrary';
import type { Answers } from './answers';
import { tallyAnswers, totalOf } from './tally';

describe('tallyAnswers', () => {
	it('adds up each answer under the one dimension of its scene', () => {
		const tallies = tallyAnswers({ 'thin-post': 3, 'van-dealer': 4, 'free-audit': 1 }, FORMS.full);
		expect(tallies).toEqual({
			filter: { count: 2, sum: 7, sumOfSquares: 25 },
			strings: { count: 0, sum: 0, sumOfSquares: 0 },
			pull: { count: 1, sum: 1, sumOfSquares: 1 },
			candour: { count: 0, sum: 0, sumOfSquares: 0 }
		});
	});

	it('counts an answer on rung 0', () => {
		expect(tallyAnswers({ 'thin-post': 0 }, FORMS.full).filter.count).toBe(1);
	});

	it('ignores scenes outside the form', () => {
		expect(totalOf(tallyAnswers({ 'van-dealer': 4, 'thin-post': 2 }, FORMS.short)).count).toBe(1);
		fc.assert(
			fc.property(answersTo(FORMS.full), (answers) => {
				const inForm = entries(answers).filter(([id]) => FORMS.short.scenarioIds.includes(id));
				expect(tallyAnswers(answers, FORMS.short)).toEqual(
					tallyAnswers(Object.fromEntries(inForm), FORMS.short)
				);
			})
		);
	});

	it('does not depend on the order of answering', () => {
		const shuffledTwice = answersTo(FORMS.full).chain((answers) => {
			const list = entries(answers);
			const orders = fc.shuffledSubarray(list, { minLength: list.length });
			return fc.tuple(
				fc.constant(answers),
				orders.map((order): Answers => Object.fromEntries(order))
			);
		});
		fc.assert(
			fc.property(shuffledTwice, ([answers, reordered]) => {
				expect(tallyAnswers(reordered, FORMS.full)).toEqual(tallyAnswers(answers, FORMS.full));
			})
		);
	});

	it('agrees with adding up by hand', () => {
		const formAndAnswers = forms.chain((form) => fc.tuple(fc.constant(form), answersTo(form)));
		fc.assert(
			fc.property(formAndAnswers, ([form, answers]) => {
				const tallies = tallyAnswers(answers, form);
				for (const dimension of DIMENSIONS) {
					const rungs = entries(answers)
						.filter(([id]) => scenarioOf(id).dimension === dimension)
						.map(([, rung]) => rung);
					expect(tallies[dimension]).toEqual({
						count: rungs.length,
						sum: rungs.reduce<number>((sum, rung) => sum + rung, 0),
						sumOfSquares: rungs.reduce<number>((sum, rung) => sum + rung ** 2, 0)
					});
				}
				expect(totalOf(tallies).count).toBe(Object.keys(answers).length);
			})
		);
	});
});

function entries(answers: Answers) {
	return Object.entries(answers) as [ScenarioId, NonNullable<Answers[ScenarioId]>][];
}
