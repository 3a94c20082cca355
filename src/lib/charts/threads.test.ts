import type { Chart, ScaleOptionsByType } from 'chart.js';
import { describe, expect, test } from 'vitest';
import type { Palette } from './palette';
import type { ThreadsModel } from './threads';
import { threadsConfig } from './threads-config';

const palette: Palette = {
	paper: 'paper',
	ink: 'ink',
	inkSoft: 'inkSoft',
	line: 'line',
	thread: 'thread',
	threadDeep: 'threadDeep',
	threadLight: 'threadLight',
	favour: 'favour',
	value: 'value',
	sans: 'Some Sans'
};

const estimate = (score: number) => ({ score, band: { low: score - 8, high: score + 8 } });

function model(rest: Partial<ThreadsModel> = {}): ThreadsModel {
	return { rows: [{ estimate: estimate(65) }], cuts: [], zones: [], direction: 'ltr', ...rest };
}

const dataOf = (rest: Partial<ThreadsModel>) =>
	threadsConfig(model(rest), palette).data.datasets.map(({ data }) => data);
const scaleOf = (rest: Partial<ThreadsModel>, axis: 'x' | 'y') =>
	threadsConfig(model(rest), palette).options?.scales?.[axis] as ScaleOptionsByType<'linear'>;

const WIDTH = 600;
const HEIGHT = 100;
const LETTER = 7;

type Text = { text: string; x: number; y: number; align: string; direction: string; color: string };
type Disc = { x: number; y: number; radius: number };

/** What the plugin draws into a chart of 600 by 100 pixels, each letter being 7 wide. */
function drawn(rest: Partial<ThreadsModel>) {
	const config = threadsConfig(model(rest), palette);
	const texts: Text[] = [];
	const discs: Disc[] = [];
	let open = 0;
	const state: Record<string, unknown> = {
		canvas: { clientWidth: WIDTH, width: 2 * WIDTH },
		measureText: (text: string) => ({ width: text.length * LETTER }),
		fillText: (text: string, x: number, y: number) => {
			const { textAlign, direction, fillStyle } = state as Record<string, string>;
			texts.push({ text, x, y, align: textAlign ?? '', direction: direction ?? '', color: fillStyle ?? '' });
		},
		arc: (x: number, y: number, radius: number) => discs.push({ x, y, radius }),
		save: () => open++,
		restore: () => open--
	};
	const ctx = new Proxy(state, { get: (known, name: string) => known[name] ?? (() => undefined) });
	const reverse = scaleOf(rest, 'x').reverse;
	const getPixelForValue = (value: number) => (WIDTH / 100) * (reverse ? 100 - value : value);
	const chart = {
		ctx,
		scales: { x: { getPixelForValue } },
		chartArea: { left: 0, right: WIDTH, top: 0, bottom: HEIGHT, width: WIDTH, height: HEIGHT }
	};
	const [plugin] = config.plugins ?? [];
	void plugin?.beforeDatasetsDraw?.(chart as unknown as Chart<'scatter'>, { cancelable: true }, {});
	expect(open).toBe(0);
	return { texts, discs };
}

describe('the configuration', () => {
	test('carries the scores as its points, one for each thread that has one', () => {
		const rows = [{ estimate: estimate(65) }, { estimate: null }, { estimate: estimate(30) }];
		expect(dataOf({ rows })).toEqual([
			[
				{ x: 65, y: 0 },
				{ x: 30, y: 2 }
			]
		]);
		expect(dataOf({ rows: [{ estimate: null }] })).toEqual([[]]);
	});

	test.each([
		['ltr', false],
		['rtl', true]
	] as const)('runs from 0 to 100, %s', (direction, reverse) => {
		expect(scaleOf({ direction }, 'x')).toMatchObject({ min: 0, max: 100, reverse, display: false });
	});

	test('gives each thread a row of the same height, the first on top, in either direction', () => {
		const rows = Array.from({ length: 4 }, () => ({ estimate: null }));
		for (const direction of ['ltr', 'rtl'] as const) {
			expect(scaleOf({ rows, direction }, 'y')).toMatchObject({
				min: -0.5,
				max: 3.5,
				reverse: true,
				display: false
			});
		}
	});

	test('leaves room for what reaches beyond the scale, and for the words of the zones', () => {
		const paddingOf = (rest: Partial<ThreadsModel>) =>
			threadsConfig(model(rest), palette).options?.layout?.padding as {
				left: number;
				right: number;
				bottom: number;
			};
		const zones = [{ from: 0, to: 100, name: 'all', held: true }];
		expect(paddingOf({}).bottom).toBe(0);
		expect(paddingOf({ zones }).bottom).toBeGreaterThan(13);
		expect(paddingOf({}).left).toBe(paddingOf({}).right);
		expect(paddingOf({ size: 60 }).left).toBeGreaterThan(50);
	});

	test('moves nothing by itself and answers to no pointer: the words beside it do', () => {
		const { options, data } = threadsConfig(model(), palette);
		expect(options).toMatchObject({ animation: false, events: [] });
		expect(data.datasets[0]).toMatchObject({ pointRadius: 0, pointHitRadius: 0 });
	});
});

describe('the drawing', () => {
	/** Where the bead hangs: its discs are the only ones that are neither at 0 nor at 100. */
	const beads = ({ discs }: ReturnType<typeof drawn>) =>
		discs.filter(({ x, radius }) => x > 0 && x < WIDTH && radius > 10).map(({ x }) => x);

	test.each([
		['ltr', 390],
		['rtl', 210]
	] as const)('hangs the bead at the score, %s', (direction, x) => {
		expect(beads(drawn({ direction }))).toContain(x);
	});

	test('hangs the thread at its foot where text stands above', () => {
		const rows = [{ estimate: null }, { estimate: null }];
		const heights = (zoom: number) => new Set(drawn({ rows, foot: 10, zoom }).discs.map(({ y }) => y));
		expect(heights(1)).toEqual(new Set([HEIGHT / 2 - 10, HEIGHT - 10]));
		expect(heights(2)).toEqual(new Set([HEIGHT / 2 - 20, HEIGHT - 20]));
	});

	test('hangs none on a bare thread', () => {
		const { discs } = drawn({ rows: [{ estimate: null }] });
		expect(new Set(discs.map(({ x }) => x))).toEqual(new Set([0, WIDTH]));
	});

	test('writes each label at the beginning of its row', () => {
		const rows = ['Filter', 'Pull'].map((label) => ({ label, estimate: null }));
		const [ltr, rtl] = [drawn({ rows }).texts, drawn({ rows, direction: 'rtl' }).texts];
		expect(ltr.map(({ text, x, direction }) => [text, x, direction])).toEqual([
			['Filter', 0, 'ltr'],
			['Pull', 0, 'ltr']
		]);
		expect(rtl.map(({ text, x, direction }) => [text, x, direction])).toEqual([
			['Filter', WIDTH, 'rtl'],
			['Pull', WIDTH, 'rtl']
		]);
		expect(ltr.every(({ align }) => align === 'start')).toBe(true);
		expect(ltr.map(({ y }) => Math.floor(y / 50))).toEqual([0, 1]);
	});

	const zone = (name: string, from: number, to: number, held = false) => ({ name, from, to, held });

	test('writes the zones in their middle, those that the band touches in ink', () => {
		const zones = [zone('one', 0, 50), zone('two', 50, 100, true)];
		for (const direction of ['ltr', 'rtl'] as const) {
			const { texts } = drawn({ zones, direction });
			const placed = Object.fromEntries(texts.map(({ text, x, color }) => [text, [x, color]]));
			expect(placed).toEqual(
				direction === 'ltr'
					? { one: [150, 'inkSoft'], two: [450, 'ink'] }
					: { one: [450, 'inkSoft'], two: [150, 'ink'] }
			);
		}
	});

	test('leaves a zone out rather than writing it over another; those that the band touches stay', () => {
		const long = 'a name that takes two thirds of all the room that there is';
		const zones = [zone(`${long} 1`, 0, 30), zone(`${long} 2`, 30, 50, true), zone(`${long} 3`, 50, 100)];
		expect(drawn({ zones }).texts.map(({ text }) => text)).toEqual([`${long} 2`, `${long} 1`]);
	});

	test('writes two zones that the band touches one below the other where they have no room beside', () => {
		const long = 'a very long name of a zone indeed, in several words and more';
		const zones = [zone(`${long} 1`, 0, 40, true), zone(`${long} 2`, 40, 60, true), zone('three', 60, 100)];
		const { texts } = drawn({ zones });
		expect(texts.slice(0, 2).map(({ text }) => text)).toEqual([`${long} 1`, `${long} 2`]);
		expect(texts[1]?.y).toBeGreaterThan(texts[0]?.y ?? NaN);
	});

	test('drops no zone that two rows have room for, whichever the band touches', () => {
		const long = 'x'.repeat(18);
		const zones = [1, 2, 3, 4, 5].map((n) => zone(`${long} ${n}`, 20 * (n - 1), 20 * n, n === 1 || n === 4));
		expect(drawn({ zones }).texts).toHaveLength(5);
	});

	test.for(['ltr', 'rtl'] as const)('moves names apart before it drops one, %s', (direction) => {
		const lengths = [18, 20, 24, 26, 26];
		const zones = lengths.map((length, i) => zone('x'.repeat(length), 20 * i, 20 * i + 20, i === 2));
		const { texts } = drawn({ zones, direction });
		expect(texts).toHaveLength(5);
		for (const row of Object.values(Object.groupBy(texts, ({ y }) => y))) {
			const spans = (row ?? [])
				.map(({ text, x }) => [x - (text.length * LETTER) / 2, x + (text.length * LETTER) / 2] as const)
				.toSorted(([a], [b]) => a - b);
			expect(spans[0]?.[0]).toBeGreaterThanOrEqual(0);
			expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(WIDTH);
			spans.slice(1).forEach(([start], i) => expect(start).toBeGreaterThan(spans[i]?.[1] ?? NaN));
		}
	});

	test('writes both zones that the headline names, whatever lies between them', () => {
		const long = 'a name that takes two thirds of all the room that there is';
		const zones = [1, 2, 3].map((n) => zone(`${long} ${n}`, 30 * (n - 1), 30 * n, true));
		expect(drawn({ zones }).texts.map(({ text }) => text)).toEqual([`${long} 1`, `${long} 3`]);
	});

	test('writes larger for readers who want text larger', () => {
		const zones = [zone('one', 0, 50)];
		const bottom = (zoom: number) =>
			threadsConfig(model({ zones, zoom }), palette).options?.layout?.padding as { bottom: number };
		expect(bottom(2).bottom).toBe(2 * bottom(1).bottom);
	});

	test('hangs a guess on the thread, and below it where the bead would cover it', () => {
		const hollow = (guess: number) =>
			drawn({ rows: [{ estimate: estimate(65), guess }] }).discs.filter(
				({ x, y }) => x === (WIDTH / 100) * guess && (guess !== 65 || y > HEIGHT / 2)
			);
		expect(hollow(20).map(({ y }) => y)).toEqual([HEIGHT / 2, HEIGHT / 2, HEIGHT / 2]);
		expect(hollow(65)).toHaveLength(3);
	});

	test('keeps a long name at the end of the scale inside the picture', () => {
		const name = 'twenty letters long.';
		const { texts } = drawn({ zones: [zone(name, 0, 12.5), zone(name, 87.5, 100)] });
		expect(texts).toHaveLength(2);
		for (const { x } of texts) {
			expect(x - (name.length * LETTER) / 2).toBeGreaterThan(0);
			expect(x + (name.length * LETTER) / 2).toBeLessThan(WIDTH);
		}
	});
});
