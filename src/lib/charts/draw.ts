import { Chart, LinearScale, PointElement, ScatterController, type ChartConfiguration } from 'chart.js';
import { paletteOf, type Palette } from './palette';

// All of Chart.js would be half as large again.
Chart.register(LinearScale, PointElement, ScatterController);

/**
 * Draws into a canvas, and again whenever the colours change (dark mode, forced colours, print) or a font arrives. Returns
 * a function that stops it.
 * @param shown how far a drawing that moves has come: frames are drawn until it is 1
 */
export function draw(
	canvas: HTMLCanvasElement,
	configOf: (palette: Palette) => ChartConfiguration<'scatter'>,
	shown: () => number = () => 1
): () => void {
	let chart = new Chart(canvas, configOf(paletteOf(canvas)));
	let frame = 0;
	const move = () => {
		frame = shown() < 1 ? requestAnimationFrame(move) : 0;
		chart.draw();
	};
	if (shown() < 1) move();
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
	if (document.fonts.status !== 'loaded') void document.fonts.ready.then(() => current && chart.draw());
	return () => {
		current = false;
		cancelAnimationFrame(frame);
		themes.disconnect();
		for (const list of media) list.removeEventListener('change', redraw);
		chart.destroy();
	};
}
