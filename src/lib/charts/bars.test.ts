import { describe, expect, test } from 'vitest';
import type { Counts } from '../group';
import { RUNGS } from '../questions';
import { barsConfig, type BarsModel } from './bars';
import { drawnBy, namedPalette } from './canvas.fake';

const WIDTH = 500;
const HEIGHT = 250;
const shares: Counts = [10, 0, 25, 60, 5];

const config = (rest: Partial<BarsModel> = {}) =>
	barsConfig({ chosen: { shares }, direction: 'ltr', ...rest }, namedPalette);
const drawn = (rest: Partial<BarsModel> = {}) => drawnBy(config(rest), WIDTH, HEIGHT);

/** The bars by row, without what is cut out of them: each is laid in one pole's colour first. */
const bars = (rest: Partial<BarsModel> = {}) =>
	drawn(rest)
		.filled.filter(({ color }) => color === 'favour')
		.map(({ from, to, y }) => [Math.floor(y / (HEIGHT / 5)), from, to]);

describe('the bars of a scene', () => {
	test('carry the shares as their points, in the order of the rungs', () => {
		expect(config().data.datasets[0]?.data).toEqual(shares.map((share, rung) => ({ x: share, y: rung })));
	});

	test('stand on a scale of all per cents, the first rung on top, mirrored where reading is', () => {
		for (const direction of ['ltr', 'rtl'] as const) {
			const scales = config({ direction }).options?.scales;
			expect(scales?.x).toMatchObject({ min: 0, max: 100, reverse: direction === 'rtl', display: false });
			expect(scales?.y).toMatchObject({ min: -0.5, max: 4.5, reverse: true, display: false });
		}
	});

	test('may end where the longest one does', () => {
		expect(config({ longest: 60 }).options?.scales?.x).toMatchObject({ min: 0, max: 60 });
	});

	test('are as long as their shares; nobody is no bar', () => {
		expect(bars()).toEqual([
			[0, 0, 50],
			[2, 0, 125],
			[3, 0, 300],
			[4, 0, 25]
		]);
		expect(bars({ direction: 'rtl' })).toEqual([
			[0, 450, 500],
			[2, 375, 500],
			[3, 200, 500],
			[4, 475, 500]
		]);
	});

	test('show one per cent too', () => {
		const [first] = bars({ chosen: { shares: [1, 0, 0, 0, 99] }, thickness: 40 });
		expect(first?.[2]).toBeGreaterThan(10);
	});

	test('go from one pole’s colour to the other’s, and from open to full', () => {
		const { filled } = drawn({ chosen: { shares: [20, 20, 20, 20, 20] } });
		expect(filled.filter(({ color }) => color === 'value').map(({ alpha }) => alpha)).toEqual([
			0, 0.25, 0.5, 0.75, 1
		]);
		const open = filled.filter(({ color }) => color === 'paper');
		expect(open.map(({ y }) => Math.floor(y / 50))).toEqual([0, 1, 2, 3]);
	});

	test('can lie below the words of their row', () => {
		const { filled } = drawn({ anchor: 'end', thickness: 10 });
		expect(filled.filter(({ color }) => color === 'favour').map(({ y }) => y)).toEqual([45, 145, 195, 245]);
	});
});

describe('the bar of nearly everybody', () => {
	test.each(RUNGS)('lies on its rung %s alone and ends nowhere in particular', (rung) => {
		const chosen = { nearlyAll: rung };
		expect(config({ chosen }).data.datasets[0]?.data).toEqual([]);
		expect(bars({ chosen }).map(([row]) => row)).toEqual([rung]);
		const strands = drawn({ chosen }).stroked.map(({ to }) => Math.round(to));
		expect(new Set(strands).size).toBeGreaterThan(2);
	});

	test('is the same whatever the others chose: the picture does not hold it', () => {
		expect(drawn({ chosen: { nearlyAll: 2 } })).toEqual(drawn({ chosen: { nearlyAll: 2 } }));
	});
});

test('whatever is drawn leaves the canvas as it was, and nothing moves by itself', () => {
	expect(drawn().open).toBe(0);
	expect(config().options).toMatchObject({ animation: false, events: [] });
});
