import type { ChartConfiguration } from 'chart.js';

type Scale = NonNullable<NonNullable<ChartConfiguration<'scatter'>['options']>['scales']>[string];

/** Configures a scale that only says what lies where. Without ticks no text is measured, in a font that no page has. */
export const bareScale = (min: number, max: number, reverse = false): Scale => ({
	min,
	max,
	reverse,
	display: false,
	ticks: { display: false },
	afterBuildTicks: (scale) => void (scale.ticks = [])
});
