import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS, type Language, type Rung } from '../questions';
import type { Answers } from '../scoring';
import { rungs } from '../scoring/answers.arbitrary';
import { reliabilityByLanguage } from './by-language';
import { reliabilityOf } from './reliability';

const scenes = ['thin-post', 'van-dealer', 'dealer-host', 'free-audit'] as const;

const person = (row: readonly (Rung | null)[]): Answers =>
	Object.fromEntries(scenes.flatMap((scene, i) => (row[i] == null ? [] : [[scene, row[i]]])));

/** People who lean one way each, as those do whom a scale can order. */
const crowd = (people: number): Answers[] =>
	Array.from({ length: people }, (_, i) =>
		person(scenes.map((_, k) => ((i % 4) + ((i >> (k + 1)) % 2)) as Rung))
	);

const groupsOf = (groups: Partial<Record<Language, readonly Answers[]>>) =>
	new Map(Object.entries(groups) as [Language, readonly Answers[]][]);

describe('reliability by language', () => {
	it('takes 30 people who answered all of two scenes or more', () => {
		expect(reliabilityByLanguage(groupsOf({ en: crowd(30) }), scenes, 5)).toHaveLength(1);
		expect(reliabilityByLanguage(groupsOf({ en: crowd(29) }), scenes, 5)).toEqual([]);
		const gap = [...crowd(29), person([1, 2, 3, null])];
		expect(reliabilityByLanguage(groupsOf({ en: gap }), scenes, 5)).toEqual([]);
		expect(reliabilityByLanguage(groupsOf({ en: crowd(40) }), scenes.slice(0, 1), 5)).toEqual([]);
	});

	it.each([
		[0, ['en']],
		[1, []],
		[4, []],
		[5, ['en']],
		[30, ['en', 'es']]
	])('is told of English beside %d people in Spanish for %j', (others, languages) => {
		const found = reliabilityByLanguage(groupsOf({ en: crowd(30), es: crowd(others) }), scenes, 5);
		expect(found.map(({ language }) => language)).toEqual(languages);
	});

	it('adds the people of all other languages up, but not those who answered nothing', () => {
		const found = (ar: readonly Answers[]) =>
			reliabilityByLanguage(groupsOf({ en: crowd(30), es: crowd(3), ar }), scenes, 5).length;
		expect(found(crowd(1))).toBe(0);
		expect(found(crowd(2))).toBe(1);
		expect(found([...crowd(1), { 'link-request': 2 }, {}])).toBe(0);
		expect(found([...crowd(1), { 'free-audit': 2 }])).toBe(1);
	});

	it('has no figure of a scene in which nearly all of these people chose alike', () => {
		const alike = crowd(32).map((answers): Answers => ({ ...answers, 'free-audit': 4 }));
		const figures = (people: readonly Answers[]) =>
			reliabilityByLanguage(groupsOf({ en: people }), scenes, 5)[0]?.items.at(-1);
		const nothing = { scene: 'free-audit', itemRest: null, alphaIfDropped: null };
		expect(figures(alike)).toEqual(nothing);
		for (const rung of RUNGS)
			expect(figures([{ ...alike[0], 'free-audit': rung }, ...alike.slice(1)])).toEqual(nothing);
		const two = alike.map((answers, i): Answers => (i < 2 ? { ...answers, 'free-audit': 1 } : answers));
		expect(figures(two)?.itemRest).not.toBeNull();
	});

	it('says nothing where people’s sums do not vary', () => {
		const people = Array.from({ length: 30 }, (_, i) => person(i % 2 ? [0, 4, 1, 3] : [4, 0, 3, 1]));
		expect(reliabilityByLanguage(groupsOf({ en: people }), scenes, 5)).toEqual([
			{
				language: 'en',
				people: 30,
				alpha: null,
				interval: null,
				items: scenes.map((scene) => ({ scene, itemRest: null, alphaIfDropped: null }))
			}
		]);
	});

	it('has only hundredths, each the nearest one', () => {
		const row = fc.array(rungs, { minLength: scenes.length, maxLength: scenes.length });
		fc.assert(
			fc.property(fc.array(row, { minLength: 30, maxLength: 40 }), (rows) => {
				const [found] = reliabilityByLanguage(groupsOf({ en: rows.map((own) => person(own)) }), scenes, 5);
				const exact = reliabilityOf(rows);
				fc.pre(exact !== null);
				const pairs = [
					[found?.alpha, exact.alpha],
					[found?.interval?.low, exact.interval.low],
					[found?.interval?.high, exact.interval.high],
					...(found?.items ?? []).flatMap((item, i) =>
						item.itemRest === null
							? []
							: [
									[item.itemRest, exact.items[i]?.itemRest],
									[item.alphaIfDropped, exact.items[i]?.alphaIfDropped]
								]
					)
				] as [number, number][];
				for (const [shown, figure] of pairs) {
					expect(Number(shown.toFixed(2))).toBe(shown);
					expect(Math.abs(shown - figure)).toBeLessThanOrEqual(0.005 + 1e-9);
				}
			}),
			{ numRuns: 50 }
		);
	});
});
