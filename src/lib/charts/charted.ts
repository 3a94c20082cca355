import { Chart, LinearScale, PointElement, ScatterController, type ChartConfiguration } from 'chart.js';
import { draw } from './draw';
import type { Palette } from './palette';

// All of Chart.js would be half as large again.
Chart.register(LinearScale, PointElement, ScatterController);

// The class itself would be taken from Chart.js, and this module, with what it registers, be left out of the bundle.
export function chartOn(canvas: HTMLCanvasElement, config: ChartConfiguration<'scatter'>): Chart<'scatter'> {
	return new Chart(canvas, config);
}

/** Draws a chart. @param shown see `draw` */
export function drawChart(
	canvas: HTMLCanvasElement,
	configOf: (palette: Palette) => ChartConfiguration<'scatter'>,
	shown?: () => number
): () => void {
	return draw(canvas, (palette) => chartOn(canvas, configOf(palette)), shown);
}
