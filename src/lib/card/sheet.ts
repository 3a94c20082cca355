import { SCRIPTS } from '../languages/scripts';
import type { Zone } from '../scoring';
import type { CardEstimate, CardModel } from './model';
import { CARD_FACES, CARD_PALETTES, type CardPalette } from './palettes';
import { fitText, type FittedText, type FontFace, type Measure } from './text';

/** `x` is the left edge for `left`, the right one for `right`; `y` is the top of the first line. */
export type TextBlock = {
	lines: string[];
	face: FontFace;
	size: number;
	color: string;
	align: 'left' | 'right';
	direction: 'ltr' | 'rtl';
	x: number;
	y: number;
	width: number;
	leading: number;
};

/** Threads of one scale, one below the other in rows of the same height. */
export type ThreadBlock = {
	rows: readonly { estimate: CardEstimate; other?: CardEstimate }[];
	x: number;
	y: number;
	width: number;
	height: number;
	size: number;
};

/** `x` and `y` are its left and top, however it is mirrored. */
export type KnotBlock = { zone: Zone; x: number; y: number; size: number };

/** Blocks that move together; they were placed from y 0 on. */
export type Section = { height: number; moveTo: (y: number) => void };

/** `start` counts from the side where reading begins, so that a card mirrors by itself. */
type Spot = { start: number; y: number; width: number; align?: 'start' | 'end' };

type Look = {
	face: 'serif' | 'sans';
	weight: number;
	color: string;
	/** An address is Latin, and reads from left to right, in every language. */
	latin?: true;
};

type Style = Look & { size: number; smallest?: number; lines?: number };

/** What a sheet asks of what is written on it. */
export type SheetLook = Pick<CardModel, 'theme' | 'direction' | 'script' | 'language'>;

type Range = { largest: number; smallest: number; lines: number };

/** `lineCosts` is the share of its worth that a size loses with each further line: few lines are calmer than large ones. */
export type HeadlineRange = Range & { lineCosts: number };

/** @param size half the height of the frayed part, beyond which strands and beads reach a little */
export const heightOfThread = (size: number) => size * 2.5;

export class Sheet {
	readonly texts: TextBlock[] = [];
	readonly threads: ThreadBlock[] = [];
	readonly knots: KnotBlock[] = [];
	readonly palette: CardPalette;
	readonly #leadings: { serif: number; sans: number };
	readonly #measure: Measure;
	readonly #model: SheetLook;
	readonly #width: number;

	constructor(measure: Measure, model: SheetLook, width: number) {
		this.#measure = measure;
		this.#model = model;
		this.#width = width;
		this.palette = { ...CARD_PALETTES[model.theme], ...CARD_FACES[model.script] };
		this.#leadings = SCRIPTS[model.script].card;
	}

	line(size: number, face: Style['face'] = 'sans'): number {
		return Math.round(size * this.#leadings[face]);
	}

	/** Places a text, shrunk until it fits; its height is known only then. */
	text(words: string, spot: Spot, { size, smallest, lines, ...look }: Style): TextBlock & { height: number } {
		const range = { largest: size, smallest: smallest ?? Math.round(size * 0.6), lines: lines ?? 1 };
		return this.#place(this.#fit(words, spot, look, range), spot, look);
	}

	/** Places a text as large as `space`, a height, allows it in few lines. */
	headline(
		words: string,
		spot: Spot,
		look: Look,
		range: HeadlineRange,
		space: number
	): TextBlock & { height: number } {
		const sizes = Array.from({ length: range.lines }, (_, i) =>
			Math.min(range.largest, Math.floor(space / (i + 1) / this.#leadings[look.face]))
		);
		const [first, ...more] = sizes
			.filter((size, i) => i === 0 || size >= range.smallest)
			.map((largest, i) => {
				const smallest = Math.min(range.smallest, largest);
				return this.#fit(words, spot, look, { largest, smallest, lines: i + 1 });
			});
		if (!first) throw new RangeError('a headline has at least one line');
		const worth = ({ size, lines }: FittedText) => size * (1 - range.lineCosts * (lines.length - 1));
		const better = (a: FittedText, b: FittedText) =>
			a.harm === b.harm ? worth(a) > worth(b) : a.harm < b.harm;
		const best = more.reduce((kept, other) => (better(other, kept) ? other : kept), first);
		return this.#place(best, spot, look);
	}

	#fit(words: string, { width }: Spot, look: Look, range: Range): FittedText {
		return fitText(this.#measure, words, this.#faceOf(look), { ...range, width }, this.#model.language);
	}

	#faceOf({ face, weight, latin }: Look): FontFace {
		return { weight, family: latin ? CARD_FACES.latin[face] : this.palette[face] };
	}

	#place({ lines, size }: FittedText, spot: Spot, look: Look): TextBlock & { height: number } {
		const fromLeft = (this.#model.direction === 'ltr') === ((spot.align ?? 'start') === 'start');
		const left = this.#left(spot);
		const leading = this.line(size, look.face);
		const block = {
			lines,
			size,
			face: this.#faceOf(look),
			color: look.color,
			align: fromLeft ? ('left' as const) : ('right' as const),
			direction: look.latin ? ('ltr' as const) : this.#model.direction,
			x: fromLeft ? left : left + spot.width,
			y: spot.y,
			width: spot.width,
			leading,
			height: leading * lines.length
		};
		this.texts.push(block);
		return block;
	}

	/** Places what `place` places, from y 0 on; it returns the height. */
	section(place: () => number): Section {
		const all: { y: number }[][] = [this.texts, this.threads, this.knots];
		const before = all.map((blocks) => blocks.length);
		const height = place();
		const placed = all.flatMap((blocks, i) => blocks.slice(before[i]));
		const moveTo = (y: number) => {
			for (const block of placed) block.y += y;
		};
		return { height, moveTo };
	}

	knot(zone: Zone, { start, y }: { start: number; y: number }, size: number): void {
		this.knots.push({ zone, x: this.#left({ start, y, width: size }), y, size });
	}

	thread(rows: ThreadBlock['rows'], spot: Spot, size: number): number {
		const height = rows.length * heightOfThread(size);
		// The bead and the pegs reach beyond the ends of the scale.
		this.threads.push({
			rows,
			x: this.#left(spot) - size,
			y: spot.y,
			width: spot.width + 2 * size,
			height,
			size
		});
		return height;
	}

	#left({ start, width }: Spot): number {
		return this.#model.direction === 'ltr' ? start : this.#width - start - width;
	}
}
