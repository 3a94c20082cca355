import fc from 'fast-check';
import type { Rung } from '../questions';
import { rungs } from '../scoring/answers.arbitrary';

/** For tests only: what groups might answer. */

const sizes = fc.record({ people: fc.nat({ max: 12 }), items: fc.nat({ max: 6 }) });

/** A matrix of some people and items, or of none. Small on purpose: the ends of every range come up. */
export const responses: fc.Arbitrary<(Rung | null)[][]> = sizes.chain(({ people, items }) =>
	fc.array(fc.array(fc.option(rungs, { freq: 12 }), { minLength: items, maxLength: items }), {
		minLength: people,
		maxLength: people
	})
);

/** The same without gaps, and with at least two of each. */
export const fullResponses: fc.Arbitrary<Rung[][]> = fc
	.record({ people: fc.integer({ min: 2, max: 12 }), items: fc.integer({ min: 2, max: 6 }) })
	.chain(({ people, items }) =>
		fc.array(fc.array(rungs, { minLength: items, maxLength: items }), {
			minLength: people,
			maxLength: people
		})
	);

/** Some order of that many things. */
export function orderOf(count: number): fc.Arbitrary<number[]> {
	const all = Array.from({ length: count }, (_, i) => i);
	return fc.shuffledSubarray(all, { minLength: count, maxLength: count });
}

/** The things at those places. */
export function taken<T>(things: readonly T[], places: readonly number[]): T[] {
	return places.map((place) => things[place] as T);
}
