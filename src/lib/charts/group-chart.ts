import { barsConfig, type BarsModel } from './bars';
import { drawChart } from './charted';
import { arriving } from './reveal';
import { groupConfig, type GroupStringModel } from './group';

export { drawThreads } from './chart';

const FALL_MS = 2_600;

export function drawBars(canvas: HTMLCanvasElement, model: BarsModel): () => void {
	return drawChart(canvas, (palette) => barsConfig(model, palette));
}

/** @param falling lets the beads fall into their places, unless the reader wants no motion */
export function drawGroup(canvas: HTMLCanvasElement, model: GroupStringModel, falling = false): () => void {
	const shown = arriving(falling, FALL_MS);
	return drawChart(canvas, (palette) => groupConfig(model, palette, shown), shown);
}
