import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutBeads, SWARM_ABOVE, type Space } from './bead-layout';

const space: Space = { column: 50, below: 300, above: 300, gap: 20, largest: 30 };

/** People at places of five, as a spread picture lists them. */
const places = fc
	.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 21 })
	.chain((steps) =>
		fc.tuple(
			...steps.map((step) =>
				fc.record({ place: fc.constant(step * 5), count: fc.integer({ min: 1, max: 60 }) })
			)
		)
	);

const countOf = (list: readonly { count: number }[]) => list.reduce((sum, { count }) => sum + count, 0);

describe('beads on the string', () => {
	test('are one for each person, at their place', () => {
		fc.assert(
			fc.property(places, (list) => {
				const { beads } = layOutBeads(list, space);
				for (const { place, count } of list)
					expect(beads.filter((bead) => bead.place === place)).toHaveLength(count);
				expect(beads).toHaveLength(countOf(list));
			})
		);
	});

	test('stay in their column, in the room there is, and out of the lane along the string', () => {
		fc.assert(
			fc.property(places, (list) => {
				const { beads, radius } = layOutBeads(list, space);
				for (const { along, away } of beads) {
					expect(Math.abs(along) + radius).toBeLessThanOrEqual(space.column / 2 + 1e-9);
					expect(Math.abs(away) + radius).toBeLessThanOrEqual(space.below + 1e-9);
					expect(Math.abs(away) - radius).toBeGreaterThanOrEqual(space.gap - 1e-9);
				}
			})
		);
	});

	test('never lie upon another', () => {
		fc.assert(
			fc.property(places, (list) => {
				const { beads, radius } = layOutBeads(list, space);
				const [{ place } = { place: 0 }] = list;
				const here = beads.filter((bead) => bead.place === place);
				for (const [i, a] of here.entries())
					for (const b of here.slice(i + 1))
						expect(Math.hypot(a.along - b.along, a.away - b.away)).toBeGreaterThanOrEqual(2 * radius - 1e-6);
			}),
			{ numRuns: 40 }
		);
	});

	test('hang below the string up to forty, and swarm around it above that', () => {
		const layout = layOutBeads([{ place: 50, count: SWARM_ABOVE }], space);
		const swarm = layOutBeads([{ place: 50, count: SWARM_ABOVE + 1 }], space);
		expect(layout.beads.every(({ away }) => away > 0)).toBe(true);
		expect(swarm.beads.filter(({ away }) => away > 0)).toHaveLength(21);
		expect(swarm.beads.filter(({ away }) => away < 0)).toHaveLength(20);
		expect(swarm.straight).toBe(false);
	});

	test('hang on straight strands in a small room', () => {
		const layout = layOutBeads(
			[
				{ place: 40, count: 2 },
				{ place: 55, count: 3 }
			],
			space
		);
		expect(layout.straight).toBe(true);
		expect(layout.beads.every(({ along }) => along === 0)).toBe(true);
		expect(layout.radius).toBeCloseTo(23);
	});

	test('are never larger than asked for, and none at all is no trouble', () => {
		expect(layOutBeads([{ place: 40, count: 1 }], { ...space, largest: 7 }).radius).toBe(7);
		expect(layOutBeads([], space).beads).toEqual([]);
	});
});
