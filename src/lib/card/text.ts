import { END_ISOLATE } from '../languages/isolated';
import { BREAKS, charactersOf, piecesOf, type Piece } from './pieces';

export type Measure = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

export type FittedText = {
	lines: string[];
	size: number;
	/** 0 where all words are whole, 1 where one is hyphenated, 2 where one is broken anywhere, 3 where the end is cut off. */
	harm: number;
};

export type FontFace = { weight: number; family: string };

export type TextBox = { width: number; lines: number; largest: number; smallest: number };

/** More than the longest host name, and than any headline has. */
const MOST_CODE_UNITS = 300;

const SIZE_STEP = 2;

export function fontOf(face: FontFace, size: number): string {
	return `${face.weight} ${size}px ${face.family}`;
}

/** Lines as they were broken: each piece by its number. */
type Range = readonly [from: number, to: number];

/** Measures each line once, at one size: a font's widths grow with it. */
class Breaker {
	readonly #measure: Measure;
	readonly #pieces: readonly Piece[];
	readonly #widths = new Map<number, number>();

	constructor(measure: Measure, pieces: readonly Piece[]) {
		this.#measure = measure;
		this.#pieces = pieces;
	}

	/** Returns null where a single piece is wider than `width`, or more than `most` lines are needed. */
	break(width: number, most: number): Range[] | null {
		const lines: Range[] = [];
		for (let from = 0; from < this.#pieces.length;) {
			const to = this.#longest(from, width);
			if (to === from || lines.push([from, to]) > most) return null;
			from = to;
		}
		return lines;
	}

	/** Breaks into lines of like length, which look meant; a lone last word does not. */
	balance(width: number, lines: number): Range[] | null {
		if (lines < 2) return this.break(width, lines);
		let [low, high] = [width / 2, width];
		while (high - low > width / 200) {
			const middle = (low + high) / 2;
			if (this.break(middle, lines)) high = middle;
			else low = middle;
		}
		return this.break(high, lines);
	}

	/** Fills all lines but the last, which takes what is left. */
	fill(width: number, most: number): Range[] {
		const lines: Range[] = [];
		let from = 0;
		while (lines.length < most - 1) {
			const to = this.#longest(from, width);
			if (to === from) break;
			lines.push([from, to]);
			from = to;
		}
		return [...lines, [from, this.#pieces.length]];
	}

	textOf([from, to]: Range): string {
		const pieces = this.#pieces.slice(from, to);
		const ends = to < this.#pieces.length && pieces.at(-1)?.hyphen ? '-' : '';
		return (
			pieces.map(({ text, space }, i) => (space && i < pieces.length - 1 ? `${text} ` : text)).join('') + ends
		);
	}

	#longest(from: number, width: number): number {
		let to = from;
		// With its hyphen a line may be wider than with the one letter that the hyphen stands for.
		for (let end = from + 1; end <= this.#pieces.length && end <= to + 2; end++)
			if (this.#widthOf(from, end) <= width) to = end;
		return to;
	}

	#widthOf(from: number, to: number): number {
		const key = from * (MOST_CODE_UNITS + 2) + to;
		let width = this.#widths.get(key);
		if (width === undefined)
			this.#widths.set(key, (width = this.#measure.measureText(this.textOf([from, to])).width));
		return width;
	}
}

/** Fits a text at the largest size that its box allows, or cuts it with an ellipsis at `smallest`. Leaves `measure.font` there. */
export function fitText(
	measure: Measure,
	text: string,
	face: FontFace,
	box: TextBox,
	language: string
): FittedText {
	const shown = limited(text);
	for (const [harm, breaks] of BREAKS.entries()) {
		if (harm > 0 && box.lines === 1) break;
		const pieces = piecesOf(shown, language, breaks);
		const largest = breaks === 'anywhere' ? box.smallest : box.largest;
		const fitted = fitPieces(measure, pieces, face, { ...box, largest });
		if (fitted) return { ...fitted, harm };
	}
	measure.font = fontOf(face, box.smallest);
	const breaker = new Breaker(measure, piecesOf(shown, language, box.lines > 1 ? 'anywhere' : 'words'));
	const lines = breaker.fill(box.width, box.lines).map((range) => breaker.textOf(range));
	const last = shortened(measure, lines.at(-1) ?? '', box.width);
	return { lines: [...lines.slice(0, -1), last], size: box.smallest, harm: BREAKS.length };
}

function fitPieces(measure: Measure, pieces: readonly Piece[], face: FontFace, box: TextBox) {
	measure.font = fontOf(face, box.largest);
	const breaker = new Breaker(measure, pieces);
	for (let size = box.largest; ; size = Math.max(size - SIZE_STEP, box.smallest)) {
		const width = (box.width * box.largest) / size;
		const least = breaker.break(width, box.lines);
		const ranges = least && breaker.balance(width, least.length);
		if (ranges) {
			const lines = ranges.map((range) => breaker.textOf(range));
			measure.font = fontOf(face, size);
			// Fonts are fitted to whole pixels in some browsers: only the size itself tells.
			if (size === box.largest || lines.every((line) => measure.measureText(line).width <= box.width))
				return { lines, size };
			measure.font = fontOf(face, box.largest);
		}
		if (size <= box.smallest) return null;
	}
}

function shortened(measure: Measure, text: string, width: number): string {
	const ellipsis = text.endsWith(END_ISOLATE) ? `…${END_ISOLATE}` : '…';
	const characters = charactersOf(text);
	const beginning = (length: number) => characters.slice(0, length).join('');
	let [fits, tooLong] = [0, characters.length + 1];
	while (tooLong - fits > 1) {
		const middle = (fits + tooLong) >> 1;
		if (measure.measureText(beginning(middle) + ellipsis).width <= width) fits = middle;
		else tooLong = middle;
	}
	return beginning(fits).trimEnd() + ellipsis;
}

/** Cuts what no card has room for, so that measuring takes a bounded time. */
function limited(text: string): string {
	if (text.length <= MOST_CODE_UNITS) return text;
	const beginning = charactersOf(text.slice(0, MOST_CODE_UNITS)).slice(0, -1).join('');
	return `${beginning}…${text.endsWith(END_ISOLATE) ? END_ISOLATE : ''}`;
}
