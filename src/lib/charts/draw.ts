import { paletteOf, type Palette } from './palette';

/** What is drawn on a canvas now. A `Chart` is one. */
export type Drawing = { draw: () => void; destroy: () => void };

/**
 * Draws into a canvas, and again whenever the colours change (dark mode, forced colours, print) or a font arrives. Returns
 * a function that stops it.
 * @param shown how far a drawing that moves has come: frames are drawn until it is 1
 */
export function draw(
	canvas: HTMLCanvasElement,
	drawingOf: (palette: Palette) => Drawing,
	shown: () => number = () => 1
): () => void {
	let drawing = drawingOf(paletteOf(canvas));
	let frame = 0;
	const move = () => {
		frame = shown() < 1 ? requestAnimationFrame(move) : 0;
		drawing.draw();
	};
	if (shown() < 1) move();
	const redraw = () => {
		drawing.destroy();
		drawing = drawingOf(paletteOf(canvas));
	};
	const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((query) =>
		matchMedia(query)
	);
	for (const list of media) list.addEventListener('change', redraw);
	const themes = new MutationObserver(redraw);
	themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	let current = true;
	if (document.fonts.status !== 'loaded') void document.fonts.ready.then(() => current && drawing.draw());
	return () => {
		current = false;
		cancelAnimationFrame(frame);
		themes.disconnect();
		for (const list of media) list.removeEventListener('change', redraw);
		drawing.destroy();
	};
}

/** How much larger the reader wants text than it comes. */
export function zoomNow(): number {
	return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
