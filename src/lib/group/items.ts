import { RUNGS, type Rung } from '../questions';
import { itemCount, type Responses } from './responses';

export type ItemDescription = {
	answered: number;
	frequencies: Record<Rung, number>;
	mean: number | null;
	/** Sample standard deviation (n - 1), in rungs; null below two answers. */
	sd: number | null;
};

/** Describes every item from all who answered it. No group is too small: what may be shown is the caller's to decide. */
export function describeItems(responses: Responses): ItemDescription[] {
	return Array.from({ length: itemCount(responses) }, (_, item) => describe(responses, item));
}

function describe(responses: Responses, item: number): ItemDescription {
	const frequencies: Record<Rung, number> = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 };
	for (const row of responses) {
		const rung = row[item] ?? null;
		if (rung !== null) frequencies[rung] += 1;
	}
	const sumOf = (value: (rung: Rung) => number) =>
		RUNGS.reduce<number>((sum, rung) => sum + frequencies[rung] * value(rung), 0);
	const answered = sumOf(() => 1);
	const sum = sumOf((rung) => rung);
	const sumOfSquares = sumOf((rung) => rung * rung);
	return {
		answered,
		frequencies,
		mean: answered < 1 ? null : sum / answered,
		sd: answered < 2 ? null : Math.sqrt((answered * sumOfSquares - sum * sum) / (answered * (answered - 1)))
	};
}
