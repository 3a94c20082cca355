import type { CardTheme } from '$lib/address';
import type { CARD_PALETTES } from '$lib/card';

type CardPalette = (typeof CARD_PALETTES)[CardTheme];

/** Red, green and blue, 0 to 255. */
type Rgb = [number, number, number];

/** A picture with one byte a pixel: which of the colours it has. */
export type IndexedPicture = {
	/** Red, green and blue of each colour, one after the other. */
	colours: Uint8Array;
	/** Line by line: a zero, by which PNG says "not filtered", and then one index per pixel. */
	rows: Uint8Array;
};

/** What one byte can tell apart. */
const MOST = 256;

/** Steps from paper to an ink, and between two shades of the thread: finer than the edge of a letter shows. */
const PAPER_STEPS = 20;
const THREAD_STEPS = 12;
/** The body of the frayed part, as `charts/thread.ts` paints it. */
const HAZE = 0.13;

/** Places to remember colours in, by the highest bits of their hash. */
const SLOT_BITS = 16;

function rgbOf(hex: string): Rgb {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
	const [red, green, blue] = a.map((from, i) => Math.round(from + ((b[i] as number) - from) * share));
	return [red, green, blue] as Rgb;
}

function ramp(from: Rgb, to: Rgb, steps: number): Rgb[] {
	return Array.from({ length: steps }, (_, i) => mixed(from, to, (i + 1) / steps));
}

/** Every colour that a card of this palette is made of, and the steps between those that meet at an edge. */
export function indexedColours(palette: CardPalette): Rgb[] {
	const paper = rgbOf(palette.paper);
	const inks = Object.values(palette).filter((value) => value.startsWith('#') && value !== palette.paper);
	const shades = [palette.thread, palette.threadDeep, palette.threadLight].map(rgbOf);
	const [thread, deep, light] = shades as [Rgb, Rgb, Rgb];
	const haze = mixed(paper, thread, HAZE);
	const all = [
		paper,
		...inks.flatMap((ink) => ramp(paper, rgbOf(ink), PAPER_STEPS)),
		...ramp(thread, deep, THREAD_STEPS),
		...ramp(thread, light, THREAD_STEPS),
		...ramp(deep, light, THREAD_STEPS),
		...shades.flatMap((shade) => ramp(haze, shade, THREAD_STEPS))
	];
	const different = [...new Map(all.map((colour) => [colour.join(), colour])).values()];
	if (different.length > MOST) throw new RangeError(`${different.length} colours do not fit into a byte`);
	return different;
}

/**
 * Gives each pixel the nearest of the palette's own colours. A card is flat ink on paper, so this loses nothing
 * that an eye could find, makes the file less than half as large, and is ten times as fast as looking at the
 * picture for its best 256 colours.
 */
export class IndexedPalette {
	readonly colours: Uint8Array;
	// Colours met before, each in the one slot where it may stand, and the index that each got.
	readonly #met = new Int32Array(1 << SLOT_BITS);
	readonly #indexes = new Uint8Array(1 << SLOT_BITS);

	constructor(palette: CardPalette) {
		this.colours = Uint8Array.from(indexedColours(palette).flat());
	}

	/** @param pixels red, green, blue and an alpha that says opaque, as a canvas has them */
	index(pixels: Uint8Array, width: number, height: number): IndexedPicture {
		// Signed, since V8 keeps only those as plain integers.
		const values = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
		const rows = new Uint8Array((width + 1) * height);
		let from = 0;
		let to = 0;
		// Transparent, which no pixel is.
		let last = 0;
		let index = 0;
		for (let y = 0; y < height; y++) {
			rows[to++] = 0;
			for (let x = 0; x < width; x++) {
				const value = values[from++] as number;
				if (value !== last) index = this.#indexOf((last = value));
				rows[to++] = index;
			}
		}
		return { colours: this.colours, rows };
	}

	/** @param value a pixel as a little-endian machine reads it */
	#indexOf(value: number): number {
		const slot = Math.imul(value, 0x9e3779b1) >>> (32 - SLOT_BITS);
		if (this.#met[slot] !== value) {
			this.#met[slot] = value;
			this.#indexes[slot] = this.#nearest(value & 255, (value >> 8) & 255, (value >> 16) & 255);
		}
		return this.#indexes[slot] as number;
	}

	#nearest(red: number, green: number, blue: number): number {
		const { colours } = this;
		let nearest = 0;
		let least = Infinity;
		for (let i = 0; i < colours.length; i += 3) {
			const [r, g, b] = [colours[i] as number, colours[i + 1] as number, colours[i + 2] as number];
			// Eyes are keenest in green.
			const distance = 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + (b - blue) ** 2;
			if (distance >= least) continue;
			least = distance;
			nearest = i / 3;
		}
		return nearest;
	}
}
