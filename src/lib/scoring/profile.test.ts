import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, FORMS, type Rung } from '../questions';
import { answered, answersTo, forms, scorable } from './answers.arbitrary';
import { estimate } from './estimate';
import { missingAnswers, profileOf, score } from './profile';
import { tallyAnswers, totalOf } from './tally';

const threes = (count: number) => Array<Rung>(count).fill(3);

describe('score', () => {
	it('gives the profile of the run in the measurement notes', () => {
		const choices: Rung[] = [3, 2, 3, 4, 1, 3, 3, 2, 2, 3, 4, 3, 2, 3, 1, 3, 3, 2, 3, 2];
		const profile = score(answered(FORMS.full, choices), FORMS.full)!;
		expect(profile.formId).toBe('full');
		expect(profile.overall.score).toBe(65);
		expect(profile.zone).toBe('goingByValue');
		expect(profile.span).toEqual({ from: 'dealingOpenly', to: 'goingByValue' });
		expect(profile.dimensions.filter?.score).toBe(65);
		expect(profile.dimensions.filter?.band.high).toBeCloseTo(92.176, 3);
		expect(Object.keys(profile.dimensions)).toEqual([...DIMENSIONS]);
		expect(profile.shape).toEqual({ kind: 'close' });
	});

	it('names a dimension that stands out', () => {
		const choices: Rung[] = [4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
		const { shape } = score(answered(FORMS.full, choices), FORMS.full)!;
		expect(shape).toEqual({ kind: 'uneven', higher: ['filter', 'candour'], lower: ['strings', 'pull'] });
	});

	it.each([
		['full', 16],
		['short', 8]
	] as const)('needs enough answers in the %s form: %i', (id, minimum) => {
		const form = FORMS[id];
		expect(score(answered(form, threes(minimum - 1)), form)).toBeNull();
		expect(score(answered(form, threes(minimum)), form)?.overall.count).toBe(minimum);
	});

	it('scores a dimension from four of its five scenes on, and names no shape without all four', () => {
		const four = score(answered(FORMS.full, [null, ...threes(19)]), FORMS.full)!;
		expect(four.dimensions.filter?.count).toBe(4);
		expect(four.shape).toEqual({ kind: 'close' });
		const three = score(answered(FORMS.full, [null, null, ...threes(18)]), FORMS.full)!;
		expect(Object.keys(three.dimensions)).toEqual(['strings', 'pull', 'candour']);
		expect(three.shape).toBeNull();
	});

	it('scores no dimension in the short form', () => {
		const profile = score(answered(FORMS.short, threes(10)), FORMS.short)!;
		expect(profile.dimensions).toEqual({});
		expect(profile.shape).toBeNull();
	});

	it('is the estimate of all answers, whatever their dimension', () => {
		fc.assert(
			fc.property(scorable, ({ form, answers }) => {
				const profile = score(answers, form)!;
				expect(profile.overall).toEqual(estimate(totalOf(tallyAnswers(answers, form))));
				const rungs = Object.values(answers);
				expect(profile.overall.score).toBeCloseTo(
					(25 * rungs.reduce<number>((a, b) => a + b, 0)) / rungs.length,
					9
				);
				expect(profile).toEqual(profileOf(profile.tallies, form));
			})
		);
	});

	it('never falls when one answer moves up a rung', () => {
		fc.assert(
			fc.property(scorable, fc.nat(), ({ form, answers }, pick) => {
				const movable = form.scenarioIds.filter((id) => (answers[id] ?? 4) < 4);
				fc.pre(movable.length > 0);
				const id = movable[pick % movable.length]!;
				const raised = { ...answers, [id]: answers[id]! + 1 };
				const [before, after] = [score(answers, form)!, score(raised, form)!];
				expect(after.overall.score).toBeGreaterThan(before.overall.score);
				for (const dimension of DIMENSIONS) {
					const was = before.dimensions[dimension]?.score ?? 0;
					expect(after.dimensions[dimension]?.score ?? 0).toBeGreaterThanOrEqual(was);
				}
			})
		);
	});
});

describe('missingAnswers', () => {
	it.each([
		['full', 0, 16],
		['full', 15, 1],
		['full', 16, 0],
		['full', 20, 0],
		['short', 3, 5]
	] as const)('in the %s form after %i answers: %i', (id, given, missing) => {
		const answers = answered(FORMS[id], threes(given));
		expect(missingAnswers(answers, FORMS[id])).toBe(missing);
		expect(missingAnswers(tallyAnswers(answers, FORMS[id]), FORMS[id])).toBe(missing);
	});

	it('is 0 exactly when there is a profile', () => {
		const formAndAnswers = forms.chain((form) => fc.tuple(fc.constant(form), answersTo(form)));
		fc.assert(
			fc.property(formAndAnswers, ([form, answers]) => {
				expect(missingAnswers(answers, form) === 0).toBe(score(answers, form) !== null);
			})
		);
	});
});
