import { drawChart } from './charted';
import { zoomNow } from './draw';
import type { ThreadsModel } from './threads';
import { threadsConfig } from './threads-config';

/** Draws several threads, whose scale and layout are Chart.js's. */
export function drawThreads(canvas: HTMLCanvasElement, model: ThreadsModel): () => void {
	return drawChart(canvas, (palette) => threadsConfig({ ...model, zoom: zoomNow() }, palette));
}
