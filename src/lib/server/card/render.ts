import { createCanvas } from '@napi-rs/canvas';
import { Chart, LinearScale, PointElement, ScatterController } from 'chart.js';
import { CARD_PALETTES, CARD_SIZES, drawCard, type CardModel, type CardTools } from '$lib/card';
import { registerFonts } from './fonts';
import { IndexedPalette } from './indexed-palette';
import { pngOf } from './png';

Chart.register(LinearScale, PointElement, ScatterController);
registerFonts();

const tools: CardTools = {
	Chart,
	createCanvas: (width, height) => createCanvas(width, height) as unknown as HTMLCanvasElement
};

const palettes = {
	light: new IndexedPalette(CARD_PALETTES.light),
	dark: new IndexedPalette(CARD_PALETTES.dark)
};

export function pixelsOf(model: CardModel): Uint8Array {
	const { width, height } = CARD_SIZES[model.shape];
	const canvas = createCanvas(width, height);
	drawCard(canvas.getContext('2d') as unknown as CanvasRenderingContext2D, model, tools);
	return canvas.data();
}

/** Draws a card as a PNG: some ten milliseconds of a core, so the server leaves it to the pool. */
export function renderCard(model: CardModel): Uint8Array {
	const { width, height } = CARD_SIZES[model.shape];
	return pngOf(width, height, palettes[model.theme].index(pixelsOf(model), width, height));
}
