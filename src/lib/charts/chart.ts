import { draw } from './draw';
import { arriving } from './reveal';
import { threadsConfig, type ThreadsModel } from './threads';

const REVEAL_MS = 900;

/** @param reveal lets the bead slide in and the thread fray open, unless the reader wants no motion */
export function drawThreads(canvas: HTMLCanvasElement, model: ThreadsModel, reveal = false): () => void {
	const zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
	const shown = arriving(reveal, REVEAL_MS);
	return draw(canvas, (palette) => threadsConfig({ ...model, zoom }, palette, shown), shown);
}
