import { Chart, LinearScale, PointElement, ScatterController, type ChartConfiguration } from 'chart.js';
import { draw } from './draw';
import type { Palette } from './palette';

// All of Chart.js would be half as large again.
Chart.register(LinearScale, PointElement, ScatterController);

export { Chart };

/** Draws a chart. @param shown see `draw` */
export function drawChart(
	canvas: HTMLCanvasElement,
	configOf: (palette: Palette) => ChartConfiguration<'scatter'>,
	shown?: () => number
): () => void {
	return draw(canvas, (palette) => new Chart(canvas, configOf(palette)), shown);
}
