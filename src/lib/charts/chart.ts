import { Chart, LinearScale, PointElement, ScatterController } from 'chart.js';
import { paletteOf } from './palette';
import { threadsConfig, type ThreadsModel } from './threads';

// Only the parts that our charts use: the whole of Chart.js is half as large again.
Chart.register(LinearScale, PointElement, ScatterController);

/**
 * Draws threads into a canvas, and again whenever the colours change (dark mode, print) or a font arrives.
 * Returns a function that takes the chart away.
 */
export function drawThreads(canvas: HTMLCanvasElement, model: ThreadsModel): () => void {
	let chart = new Chart(canvas, threadsConfig(model, paletteOf(canvas)));
	const redraw = () => {
		chart.destroy();
		chart = new Chart(canvas, threadsConfig(model, paletteOf(canvas)));
	};
	const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
	for (const list of media) list.addEventListener('change', redraw);
	let current = true;
	void document.fonts.ready.then(() => current && redraw());
	return () => {
		current = false;
		for (const list of media) list.removeEventListener('change', redraw);
		chart.destroy();
	};
}
