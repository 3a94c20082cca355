import type { Chart, ChartConfiguration } from 'chart.js';
import { CARD_FACES, CARD_PALETTES, paintText } from '../card';
import { barsConfig, drawThread, groupConfig, groupThreads, threadsConfig, type Palette } from '../charts';
import { RUNGS } from '../questions';
import { layOutSlide, type RungMark } from './layout';
import { SLIDE_SIZE, type SlideModel } from './model';

/** Of the threads of dimensions, in pixels; see `ThreadsModel`. */
const THREAD_SIZE = 34;

export type SlideTools = {
	chartOn: (canvas: HTMLCanvasElement, config: ChartConfiguration<'scatter'>) => Chart<'scatter'>;
	createCanvas: (width: number, height: number) => HTMLCanvasElement;
};

/** Draws the whole picture. The canvas has `SLIDE_SIZE`, and the fonts are loaded: a canvas does not wait for them. */
export function drawSlide(context: CanvasRenderingContext2D, model: SlideModel, tools: SlideTools): void {
	const palette = { ...CARD_PALETTES[model.theme], ...CARD_FACES[model.script] };
	const { texts, marks, charts, markSize } = layOutSlide(context, model);
	context.save();
	context.fillStyle = palette.paper;
	context.fillRect(0, 0, SLIDE_SIZE.width, SLIDE_SIZE.height);
	for (const [i, config] of configsOf(model, palette).entries()) {
		const box = charts[i];
		if (box) paintChart(context, config, box, tools);
	}
	for (const mark of marks) paintMark(context, mark, markSize, model.direction, palette);
	for (const block of texts) paintText(context, block);
	context.restore();
}

function paintChart(
	context: CanvasRenderingContext2D,
	config: ChartConfiguration<'scatter'>,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	{ chartOn, createCanvas }: SlideTools
): void {
	const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
	const chart = chartOn(canvas, {
		...config,
		options: { ...config.options, responsive: false, devicePixelRatio: 1 }
	});
	context.drawImage(canvas, x, y);
	chart.destroy();
}

function configsOf(model: SlideModel, palette: Palette) {
	const { direction } = model;
	if (model.kind === 'scene') return [barsConfig({ ...model.bars, direction }, palette)];
	if (model.kind === 'splits') return [];
	if (model.kind === 'dimensions')
		return [threadsConfig({ ...groupThreads(model.dimensions, direction), size: THREAD_SIZE }, palette)];
	const strings = model.kind === 'string' ? [model] : model.strings;
	return strings.map(({ string }) => groupConfig({ ...string, own: null, direction }, palette));
}

function paintMark(
	context: CanvasRenderingContext2D,
	{ rung, x, y, width, height }: RungMark,
	size: number,
	direction: SlideModel['direction'],
	palette: Palette
): void {
	const ends = [x + size, x + width - size] as const;
	const [favourX, valueX] = direction === 'ltr' ? ends : [ends[1], ends[0]];
	const beadX = favourX + ((valueX - favourX) * rung) / (RUNGS.length - 1);
	const marks = [{ beadX, lowX: beadX, highX: beadX }];
	drawThread(context, { favourX, valueX, y: y + height / 2, size, marks, tie: 'bead' }, palette);
}
