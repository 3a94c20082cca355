import { createCanvas } from '@napi-rs/canvas';
import { CARD_PALETTES, CARD_SIZES, drawCard, type CardModel } from '$lib/card';
import { registerFonts } from './fonts';
import { IndexedPalette } from './indexed-palette';
import { pngOf } from './png';

registerFonts();

const palettes = {
	light: new IndexedPalette(CARD_PALETTES.light),
	dark: new IndexedPalette(CARD_PALETTES.dark)
};

export function pixelsOf(model: CardModel): Uint8Array {
	const { width, height } = CARD_SIZES[model.shape];
	const canvas = createCanvas(width, height);
	drawCard(canvas.getContext('2d') as unknown as CanvasRenderingContext2D, model);
	return canvas.data();
}

/** Draws a card as a PNG: some ten milliseconds of a core, so the server leaves it to the pool. */
export function renderCard(model: CardModel): Uint8Array {
	const { width, height } = CARD_SIZES[model.shape];
	return pngOf(width, height, palettes[model.theme].index(pixelsOf(model), width, height));
}
