import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, RUNGS, type Rung } from '../questions';
import { answered, scorable } from './answers.arbitrary';
import { patternOf } from './pattern';
import { score } from './profile';

const full = (...groups: [rung: Rung, count: number][]) =>
	patternOf(
		answered(
			FORMS.full,
			groups.flatMap(([rung, count]) => Array<Rung>(count).fill(rung))
		),
		FORMS.full
	);

describe('the pattern of some answers', () => {
	test('tells ten and ten at both ends from twenty in the middle', () => {
		expect(full([0, 10], [4, 10])).toEqual({
			total: 20,
			counts: [10, 0, 0, 0, 10],
			most: { kind: 'tied', rungs: [0, 4] },
			near: { rung: 2, count: 0 },
			apart: { low: 10, high: 10 }
		});
		expect(full([2, 20])).toEqual({
			total: 20,
			counts: [0, 0, 20, 0, 0],
			most: { kind: 'all', rungs: [2] },
			near: { rung: 2, count: 20 },
			apart: null
		});
	});

	test.each<[string, [Rung, number][], string]>([
		[
			'half of the answers are no majority',
			[
				[3, 10],
				[2, 6],
				[1, 4]
			],
			'commonest'
		],
		[
			'one more than half is one',
			[
				[3, 11],
				[2, 9]
			],
			'majority'
		],
		[
			'two rungs of nine tie',
			[
				[3, 9],
				[2, 9],
				[1, 2]
			],
			'tied'
		],
		[
			'two halves tie',
			[
				[3, 10],
				[2, 10]
			],
			'tied'
		],
		[
			'one other answer is enough to be no longer all',
			[
				[3, 19],
				[2, 1]
			],
			'majority'
		]
	])('%s', (_, groups, kind) => {
		expect(full(...groups)?.most.kind).toBe(kind);
	});

	test.each<[string, [Rung, number][], { low: number; high: number } | null]>([
		[
			'five at 0 and fifteen at 3',
			[
				[0, 5],
				[3, 15]
			],
			{ low: 5, high: 15 }
		],
		[
			'ten at 1 and ten at 4',
			[
				[1, 10],
				[4, 10]
			],
			{ low: 10, high: 10 }
		],
		[
			'four at 0 and sixteen at 3',
			[
				[0, 4],
				[3, 16]
			],
			null
		],
		[
			'ten at 1 and ten at 3',
			[
				[1, 10],
				[3, 10]
			],
			null
		]
	])('%s: far apart or not', (_, groups, apart) => {
		expect(full(...groups)?.apart).toEqual(apart);
	});

	test('is null while there are too few answers for a score', () => {
		expect(patternOf(answered(FORMS.full, Array<Rung>(15).fill(2)), FORMS.full)).toBeNull();
	});

	// Each claim is worked out here once more, from the bare answers.
	test('claims no majority, no commonest choice and no tie that the answers do not have', () => {
		fc.assert(
			fc.property(scorable, ({ form, answers }) => {
				const pattern = patternOf(answers, form);
				if (!pattern) throw new Error('a scorable run has a pattern');
				const chosen = Object.values(answers);
				const times = (rung: Rung) => chosen.filter((one) => one === rung).length;
				const { kind, rungs } = pattern.most;
				const [first] = rungs;
				const others = RUNGS.filter((rung) => !rungs.includes(rung));

				expect(pattern.total).toBe(chosen.length);
				expect(pattern.counts).toEqual(RUNGS.map(times));
				for (const rung of rungs) {
					expect(times(rung)).toBe(times(first as Rung));
					for (const other of others) expect(times(rung)).toBeGreaterThan(times(other));
				}
				const share = times(first as Rung) / chosen.length;
				if (kind === 'all') expect(new Set(chosen).size).toBe(1);
				if (kind === 'majority') expect(share).toBeGreaterThan(0.5);
				if (kind === 'commonest' || kind === 'tied') expect(share).toBeLessThanOrEqual(0.5);
				expect(rungs.length > 1).toBe(kind === 'tied');
			})
		);
	});

	test('names the rung nearest to the average, with as many answers as it has', () => {
		fc.assert(
			fc.property(scorable, ({ form, answers }) => {
				const pattern = patternOf(answers, form);
				if (!pattern) throw new Error('a scorable run has a pattern');
				const { near, counts } = pattern;
				const distance = (rung: number) => Math.abs((score(answers, form)?.overall.score ?? NaN) - 25 * rung);
				expect(Math.min(...RUNGS.map(distance))).toBe(distance(near.rung));
				expect(near.count).toBe(counts[near.rung]);
			})
		);
	});

	test('calls answers far apart only where a quarter lies three rungs from another quarter', () => {
		fc.assert(
			fc.property(scorable, ({ form, answers }) => {
				const chosen = Object.values(answers);
				const apart = patternOf(answers, form)?.apart ?? null;
				const share = (holds: (rung: Rung) => boolean) => chosen.filter(holds).length / chosen.length;
				const far = [0, 1].some(
					(low) => share((rung) => rung <= low) >= 0.25 && share((rung) => rung >= low + 3) >= 0.25
				);
				expect(apart !== null).toBe(far);
			})
		);
	});
});
