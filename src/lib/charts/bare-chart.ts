import type { ChartConfiguration, Plugin } from 'chart.js';

type Options = NonNullable<ChartConfiguration<'scatter'>['options']>;
type Scale = NonNullable<Options['scales']>[string];
type Points = { x: number; y: number }[];

/** Configures a scale that only says what lies where. Without ticks no text is measured, in a font that no page has. */
export const bareScale = (min: number, max: number, reverse = false): Scale => ({
	min,
	max,
	reverse,
	display: false,
	ticks: { display: false },
	afterBuildTicks: (scale) => void (scale.ticks = [])
});

type Parts = {
	points: readonly Points[];
	padding: NonNullable<Options['layout']>['padding'];
	scales: { x: Scale; y: Scale };
	plugin: Plugin<'scatter'>;
};

/** Configures a chart whose plugin draws all that is seen. Nothing moves by itself, and nothing answers to a pointer. */
export function bareChart({ points, padding, scales, plugin }: Parts): ChartConfiguration<'scatter'> {
	return {
		type: 'scatter',
		data: { datasets: points.map((data) => ({ data, pointRadius: 0, pointHitRadius: 0 })) },
		options: {
			responsive: true,
			maintainAspectRatio: false,
			animation: false,
			events: [],
			layout: { padding },
			scales
		},
		plugins: [plugin]
	};
}
