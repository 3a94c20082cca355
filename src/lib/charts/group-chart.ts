import { barsConfig, type BarsModel } from './bars';
import { draw } from './draw';
import { groupConfig, type GroupStringModel } from './group';

export { drawThreads } from './chart';

export function drawBars(canvas: HTMLCanvasElement, model: BarsModel): () => void {
	return draw(canvas, (palette) => barsConfig(model, palette));
}

export function drawGroup(canvas: HTMLCanvasElement, model: GroupStringModel): () => void {
	return draw(canvas, (palette) => groupConfig(model, palette));
}
