import { draw, zoomNow, type Drawing } from './draw';
import type { Palette } from './palette';
import { arriving } from './reveal';
import { paintThreadsIn, type ThreadsModel } from './threads';

const REVEAL_MS = 900;

/**
 * Draws a model of one thread without Chart.js, which would keep a phone busy as long as all the rest of a page. Returns a
 * function that stops it.
 * @param reveal lets the bead slide in and the thread fray open, unless the reader wants no motion
 */
export function drawOneThread(canvas: HTMLCanvasElement, model: ThreadsModel, reveal = false): () => void {
	const shown = arriving(reveal, REVEAL_MS);
	return draw(canvas, (palette) => drawingOf(canvas, { ...model, zoom: zoomNow() }, palette, shown), shown);
}

/** Fills the element around the canvas, and follows its size. */
function drawingOf(
	canvas: HTMLCanvasElement,
	model: ThreadsModel,
	palette: Palette,
	shown: () => number
): Drawing {
	const around = canvas.parentElement as HTMLElement;
	const context = canvas.getContext('2d');
	const size = { width: 0, height: 0, dots: 0 };

	function paint() {
		const { width, height } = size;
		if (!context || width === 0 || height === 0) return;
		context.clearRect(0, 0, width, height);
		paintThreadsIn(context, { x: 0, y: 0, width, height }, model, palette, shown());
	}

	function fill() {
		const { width, height } = around.getBoundingClientRect();
		const dots = window.devicePixelRatio;
		if (width === size.width && height === size.height && dots === size.dots) return;
		Object.assign(size, { width, height, dots });
		Object.assign(canvas, { width: width * dots, height: height * dots });
		Object.assign(canvas.style, { display: 'block', width: `${width}px`, height: `${height}px` });
		context?.scale(dots, dots);
		paint();
	}

	fill();
	const sizes = new ResizeObserver(fill);
	sizes.observe(around);
	// Zooming may change the dots of the screen and no element's size.
	window.addEventListener('resize', fill);
	return {
		draw: paint,
		destroy() {
			sizes.disconnect();
			window.removeEventListener('resize', fill);
		}
	};
}
