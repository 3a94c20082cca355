import { draw } from './draw';
import { threadsConfig, type ThreadsModel } from './threads';

const REVEAL_MS = 900;

/** @param reveal lets the bead slide in and the thread fray open, unless the reader wants no motion */
export function drawThreads(canvas: HTMLCanvasElement, model: ThreadsModel, reveal = false): () => void {
	const zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
	const begin = performance.now();
	const still = !reveal || matchMedia('(prefers-reduced-motion: reduce)').matches;
	const shown = () => (still ? 1 : Math.min(1, (performance.now() - begin) / REVEAL_MS));
	return draw(canvas, (palette) => threadsConfig({ ...model, zoom }, palette, shown), shown);
}
