import type { Chart, ChartConfiguration } from 'chart.js';
import type { Palette } from './palette';

/** For tests only: colours that say what they are. */
export const namedPalette: Palette = {
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

export type Disc = { x: number; y: number; radius: number; color: string };
/** An outline: how far it reaches along the drawing; its width, where it is stroked. */
export type Filled = { from: number; to: number; y: number; color: string; alpha: number; width: number };

/** For tests only: what the plugin of a configuration draws into a chart of that size. */
export function drawnBy(config: ChartConfiguration<'scatter'>, width: number, height: number) {
	const discs: Disc[] = [];
	const filled: Filled[] = [];
	const stroked: Filled[] = [];
	let open = 0;
	let points: [number, number][] = [];
	const state: Record<string, unknown> = {
		globalAlpha: 1,
		beginPath: () => (points = []),
		moveTo: (x: number, y: number) => points.push([x, y]),
		lineTo: (x: number, y: number) => points.push([x, y]),
		ellipse: (x: number, y: number, radius: number, _ry: number, _turn: number, ...rest: unknown[]) =>
			points.push([rest[2] ? x - radius : x + radius, y]),
		arc: (x: number, y: number, radius: number) => {
			points.push([x, y]);
			discs.push({ x, y, radius, color: '' });
		},
		fill: () => {
			const last = discs.at(-1);
			if (last?.color === '') last.color = String(state.fillStyle);
			else filled.push(reach(state.fillStyle));
		},
		stroke: () => stroked.push(reach(state.strokeStyle)),
		save: () => open++,
		restore: () => open--
	};
	const reach = (color: unknown): Filled => {
		const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
		return {
			from: Math.min(...xs),
			to: Math.max(...xs),
			y: (Math.min(...ys) + Math.max(...ys)) / 2,
			color: String(color),
			alpha: state.globalAlpha as number,
			width: Number(state.lineWidth)
		};
	};
	const ctx = new Proxy(state, { get: (known, name: string) => known[name] ?? (() => undefined) });
	const { min, max, reverse } = config.options?.scales?.x as { min: number; max: number; reverse: boolean };
	const getPixelForValue = (value: number) => {
		const part = (value - min) / (max - min);
		return width * (reverse ? 1 - part : part);
	};
	const chart = {
		ctx,
		scales: { x: { getPixelForValue } },
		chartArea: { left: 0, right: width, top: 0, bottom: height, width, height }
	};
	for (const plugin of config.plugins ?? [])
		void plugin.beforeDatasetsDraw?.(chart as unknown as Chart<'scatter'>, { cancelable: true }, {});
	return { discs, filled, stroked, open };
}
