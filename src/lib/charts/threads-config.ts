import type { ChartConfiguration } from 'chart.js';
import { bareChart, bareScale } from './bare-chart';
import type { Palette } from './palette';
import { LARGEST_PART, paintThreads, roomAround, type ThreadsModel } from './threads';

/**
 * Configures threads on a common scale from 0 to 100. The points carry the scores, so that Chart.js owns scale and layout;
 * a plugin draws the motif in their place.
 */
export function threadsConfig(model: ThreadsModel, palette: Palette): ChartConfiguration<'scatter'> {
	const beyond = model.grows ? 100 * LARGEST_PART : 0;
	return bareChart({
		points: [
			model.rows.flatMap(({ estimate, other }, i) =>
				[estimate, other?.estimate].flatMap((hanging) => (hanging ? [{ x: hanging.score, y: i }] : []))
			)
		],
		padding: roomAround(model),
		scales: {
			x: bareScale(0 - beyond, 100 + beyond, model.direction === 'rtl'),
			y: bareScale(-0.5, model.rows.length - 0.5, true)
		},
		plugin: {
			id: 'threads',
			beforeDatasetsDraw({ ctx, scales: { x: scale }, chartArea }) {
				if (scale) paintThreads(ctx, chartArea, (score) => scale.getPixelForValue(score), model, palette);
			}
		}
	});
}
