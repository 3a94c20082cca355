import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, RUNGS } from '../questions';
import { tallyAnswers, type Tallies, type Tally } from '../scoring';
import { answersTo, forms } from '../scoring/answers.arbitrary';
import { arePossible } from './possible';

const none: Tally = { count: 0, sum: 0, sumOfSquares: 0 };

function withFilter(filter: Tally): Tallies {
	return { filter, strings: none, pull: none, candour: none };
}

/** Every tally of up to `most` answers, by giving them one after the other. */
function everyTally(most: number): Set<string> {
	const reached = new Set(['0 0 0']);
	let latest: Tally[] = [none];
	for (let count = 1; count <= most; count++) {
		latest = latest.flatMap((tally) =>
			RUNGS.map((rung) => ({ count, sum: tally.sum + rung, sumOfSquares: tally.sumOfSquares + rung * rung }))
		);
		for (const tally of latest) reached.add(nameOf(tally));
	}
	return reached;
}

const nameOf = ({ count, sum, sumOfSquares }: Tally) => `${count} ${sum} ${sumOfSquares}`;

describe('arePossible', () => {
	it('lets through all tallies that five answers give, and no other', () => {
		const reachable = everyTally(5);
		const letThrough = new Set<string>();
		for (let count = 0; count < 8; count++) {
			for (let sum = 0; sum < 32; sum++) {
				for (let sumOfSquares = 0; sumOfSquares < 128; sumOfSquares++) {
					const tally = { count, sum, sumOfSquares };
					if (arePossible(withFilter(tally), FORMS.full)) letThrough.add(nameOf(tally));
				}
			}
		}
		expect(letThrough).toEqual(reachable);
	});

	it('knows how many scenes the form has in each dimension', () => {
		const three: Tally = { count: 3, sum: 6, sumOfSquares: 12 };
		expect(arePossible({ filter: none, strings: three, pull: three, candour: none }, FORMS.short)).toBe(true);
		expect(arePossible(withFilter(three), FORMS.short)).toBe(false);
		expect(arePossible({ filter: none, strings: none, pull: none, candour: three }, FORMS.short)).toBe(false);
	});

	it.each([
		{ count: -1, sum: 0, sumOfSquares: 0 },
		{ count: 1.5, sum: 0, sumOfSquares: 0 },
		{ count: 1, sum: -1, sumOfSquares: 1 },
		{ count: NaN, sum: 0, sumOfSquares: 0 }
	])('refuses nonsense: $count $sum $sumOfSquares', (tally) => {
		expect(arePossible(withFilter(tally), FORMS.full)).toBe(false);
	});

	it('lets through whatever people answer', () => {
		const formAndAnswers = forms.chain((form) => fc.tuple(fc.constant(form), answersTo(form)));
		fc.assert(
			fc.property(formAndAnswers, ([form, answers]) => {
				expect(arePossible(tallyAnswers(answers, form), form)).toBe(true);
			})
		);
	});
});
