export type Measure = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

export type FittedText = { lines: string[]; size: number };

export type FontFace = { weight: number; family: string };

/** More than the longest host name, and than any headline has. */
const MOST_CODE_UNITS = 300;

export function fontOf(face: FontFace, size: number): string {
	return `${face.weight} ${size}px ${face.family}`;
}

/** Splits at ordinary spaces only; a no-break space holds its words together. */
function wordsOf(text: string): string[] {
	return text.split(/[ \n\t]+/).filter(Boolean);
}

/** Returns null where a single word is wider than `width`, or more than `most` lines are needed. */
function broken(measure: Measure, words: readonly string[], width: number, most: number): string[] | null {
	const lines: string[] = [];
	let line = '';
	for (const word of words) {
		if (measure.measureText(word).width > width) return null;
		const longer = line ? `${line} ${word}` : word;
		if (measure.measureText(longer).width <= width) {
			line = longer;
			continue;
		}
		if (lines.push(line) >= most) return null;
		line = word;
	}
	if (line) lines.push(line);
	return lines.length <= most ? lines : null;
}

/** Breaks into lines of like length, which look meant; a lone last word does not. */
function balanced(measure: Measure, words: readonly string[], width: number, lines: number): string[] {
	let [low, high] = [width / 2, width];
	while (high - low > 4) {
		const middle = (low + high) / 2;
		if (broken(measure, words, middle, lines)) high = middle;
		else low = middle;
	}
	return broken(measure, words, high, lines) ?? words.slice();
}

/** Unicode's FSI and PDI: what stands between them has its own direction. */
const [ISOLATE, END_ISOLATE] = ['\u2068', '\u2069'];

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
	// The last character may be half of one.
	const beginning = charactersOf(text.slice(0, MOST_CODE_UNITS)).slice(0, -1).join('');
	return `${beginning}…${text.endsWith(END_ISOLATE) ? END_ISOLATE : ''}`;
}

function charactersOf(text: string): string[] {
	const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
	return [...segments].map(({ segment }) => segment);
}

/** Fits a text at the largest size that its box allows, or cuts it with an ellipsis at `smallest`. Leaves `measure.font` there. */
export function fitText(
	measure: Measure,
	text: string,
	face: FontFace,
	box: { width: number; lines: number; largest: number; smallest: number }
): FittedText {
	const limitedText = limited(text);
	const words = wordsOf(limitedText);
	let size = box.largest;
	for (;;) {
		measure.font = fontOf(face, size);
		const lines = broken(measure, words, box.width, box.lines);
		if (lines) return { lines: balanced(measure, words, box.width, lines.length), size };
		if (size <= box.smallest) break;
		size = Math.max(size - 2, box.smallest);
	}
	return { lines: [shortened(measure, limitedText, box.width)], size: box.smallest };
}

/** Isolates a person's text, so that its direction cannot turn ours round, and drops control characters and overrides. */
export function isolated(text: string): string {
	const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
	return ISOLATE + plain + END_ISOLATE;
}
