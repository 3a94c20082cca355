import { Chart, LinearScale, PointElement, ScatterController, type ChartConfiguration } from 'chart.js';
import { barsConfig, type BarsModel } from './bars';
import { paletteOf, type Palette } from './palette';
import { groupConfig, type GroupStringModel } from './group';
import { threadsConfig, type ThreadsModel } from './threads';

// All of Chart.js would be half as large again.
Chart.register(LinearScale, PointElement, ScatterController);

export function drawThreads(canvas: HTMLCanvasElement, model: ThreadsModel): () => void {
	const zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
	return draw(canvas, (palette) => threadsConfig({ ...model, zoom }, palette));
}

export function drawBars(canvas: HTMLCanvasElement, model: BarsModel): () => void {
	return draw(canvas, (palette) => barsConfig(model, palette));
}

export function drawGroup(canvas: HTMLCanvasElement, model: GroupStringModel): () => void {
	return draw(canvas, (palette) => groupConfig(model, palette));
}

/**
 * Draws into a canvas, and again whenever the colours change (dark mode, forced colours, print) or a font arrives. Returns
 * the way to end that.
 */
function draw(
	canvas: HTMLCanvasElement,
	configOf: (palette: Palette) => ChartConfiguration<'scatter'>
): () => void {
	let chart = new Chart(canvas, configOf(paletteOf(canvas)));
	const redraw = () => {
		chart.destroy();
		chart = new Chart(canvas, configOf(paletteOf(canvas)));
	};
	const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((query) =>
		matchMedia(query)
	);
	for (const list of media) list.addEventListener('change', redraw);
	const themes = new MutationObserver(redraw);
	themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	let current = true;
	void document.fonts.ready.then(() => current && redraw());
	return () => {
		current = false;
		themes.disconnect();
		for (const list of media) list.removeEventListener('change', redraw);
		chart.destroy();
	};
}
