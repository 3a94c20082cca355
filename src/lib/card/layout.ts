import { SCRIPTS } from '../languages/scripts';
import type { CardShape } from '../address';
import { CARD_SIZES, type CardEstimate, type CardModel } from './model';
import { CARD_PALETTES, type CardPalette } from './palettes';
import { fitText, isolated, type FittedText, type FontFace, type Measure } from './text';

/** `x` is the left edge for `left`, the right one for `right`. */
export type TextBlock = {
	lines: string[];
	face: FontFace;
	size: number;
	color: string;
	align: 'left' | 'right';
	direction: 'ltr' | 'rtl';
	x: number;
	/** Top of the first line. */
	y: number;
	/** Of the box that the text may fill. */
	width: number;
	leading: number;
};

export type ThreadBlock = {
	estimate: CardEstimate;
	other?: CardEstimate;
	x: number;
	y: number;
	width: number;
	height: number;
	size: number;
};

export type CardLayout = { width: number; height: number; texts: TextBlock[]; threads: ThreadBlock[] };

type Measures = {
	side: number;
	top: number;
	bottom: number;
	site: number;
	headline: { largest: number; smallest: number; lines: number };
	pole: number;
	/** Half the height of the frayed part. */
	thread: number;
	dimensionThread: number;
	figures: number;
	name: number;
	label: number;
	note: number;
	/** Dimensions side by side. */
	columns: number;
	gutter: number;
	/** Least space between blocks, and twice that between rows. */
	gap: number;
};

/** The app that shows a story covers its top and bottom: the tall card keeps 13 % free at both. */
const MEASURES: Record<CardShape, Measures> = {
	wide: {
		side: 64,
		top: 48,
		bottom: 44,
		site: 34,
		headline: { largest: 80, smallest: 44, lines: 2 },
		pole: 30,
		thread: 34,
		dimensionThread: 17,
		figures: 32,
		name: 30,
		label: 27,
		note: 26,
		columns: 4,
		gutter: 60,
		gap: 24
	},
	square: {
		side: 76,
		top: 72,
		bottom: 68,
		site: 40,
		headline: { largest: 104, smallest: 52, lines: 3 },
		pole: 34,
		thread: 42,
		dimensionThread: 22,
		figures: 36,
		name: 36,
		label: 32,
		note: 30,
		columns: 2,
		gutter: 72,
		gap: 44
	},
	tall: {
		side: 84,
		top: 250,
		bottom: 250,
		site: 46,
		headline: { largest: 124, smallest: 60, lines: 3 },
		pole: 40,
		thread: 56,
		dimensionThread: 30,
		figures: 42,
		name: 40,
		label: 38,
		note: 34,
		columns: 1,
		gutter: 0,
		gap: 40
	}
};

/** Of the little string beside the name, in parts of the name's size. */
export const MARK_WIDTH = 1.9;

/** `start` counts from the side where reading begins, so that a card mirrors by itself. */
type Spot = { start: number; y: number; width: number; align?: 'start' | 'end' };

type Style = {
	face: 'serif' | 'sans';
	weight: number;
	color: string;
	size: number;
	smallest?: number;
	lines?: number;
	/** An address reads from left to right in every language. */
	direction?: 'ltr';
};

class Sheet {
	readonly texts: TextBlock[] = [];
	readonly threads: ThreadBlock[] = [];
	readonly palette: CardPalette;
	readonly #leadings: { serif: number; sans: number };
	readonly #measure: Measure;
	readonly #model: CardModel;
	readonly #width: number;

	constructor(measure: Measure, model: CardModel, width: number) {
		this.#measure = measure;
		this.#model = model;
		this.#width = width;
		this.palette = CARD_PALETTES[model.theme];
		this.#leadings = SCRIPTS[model.script].card;
	}

	leading(face: Style['face']): number {
		return this.#leadings[face];
	}

	line(size: number, face: Style['face'] = 'sans'): number {
		return Math.round(size * this.#leadings[face]);
	}

	fit(words: string, { width }: Spot, { face, weight, size, smallest, lines }: Style): FittedText {
		return fitText(
			this.#measure,
			words,
			{ weight, family: this.palette[face] },
			{
				width,
				lines: lines ?? 1,
				largest: size,
				smallest: smallest ?? Math.round(size * 0.6)
			}
		);
	}

	/** Places a text, shrunk until it fits; its height is known only then. */
	text(words: string, spot: Spot, style: Style): TextBlock & { height: number } {
		const face = { weight: style.weight, family: this.palette[style.face] };
		const fitted = this.fit(words, spot, style);
		const fromLeft = (this.#model.direction === 'ltr') === ((spot.align ?? 'start') === 'start');
		const left = this.#left(spot);
		const leading = this.line(fitted.size, style.face);
		const block = {
			...fitted,
			face,
			color: style.color,
			align: fromLeft ? ('left' as const) : ('right' as const),
			direction: style.direction ?? this.#model.direction,
			x: fromLeft ? left : left + spot.width,
			y: spot.y,
			width: spot.width,
			leading,
			height: leading * fitted.lines.length
		};
		this.texts.push(block);
		return block;
	}

	/** Places a thread whose pegs stand at the ends of the spot; returns its height. */
	thread(hanging: Pick<ThreadBlock, 'estimate' | 'other'>, spot: Spot, size: number): number {
		const height = size * 2.4;
		// The bead and the pegs reach beyond the ends of the scale.
		this.threads.push({
			...hanging,
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

/**
 * Shrinks texts to their boxes and shares the space that is left out between the blocks, so that a short headline leaves no hole.
 * @param measure a canvas context with the card's fonts; its font is changed
 */
export function layOutCard(measure: Measure, model: CardModel): CardLayout {
	const { width, height } = CARD_SIZES[model.shape];
	const m = MEASURES[model.shape];
	const sheet = new Sheet(measure, model, width);
	const inner = width - 2 * m.side;

	const top = placeHeader(sheet, model, m, inner);
	const bottom = height - m.bottom - placeFooter(sheet, model, m, inner, height);

	const under = heightOfThreads(sheet, model, m);
	const blocks = model.dimensions.length > 0 ? 3 : 2;
	const headline = placeHeadline(sheet, model, m, inner, top, bottom - top - under - m.gap * blocks);
	const gap = (bottom - top - under - headline.height) / (blocks + 1);
	headline.y = top + gap;

	const afterOverall = placeOverall(sheet, model, m, inner, headline.y + headline.height + gap);
	placeDimensions(sheet, model, m, inner, afterOverall + gap);
	return { width, height, texts: sheet.texts, threads: sheet.threads };
}

/** Returns where the header ends. */
function placeHeader(sheet: Sheet, { words }: CardModel, m: Measures, inner: number): number {
	const { ink } = sheet.palette;
	const indent = m.site * MARK_WIDTH;
	const site = sheet.text(
		words.site,
		{ start: m.side + indent, y: m.top, width: inner * 0.45 - indent },
		{ face: 'serif', weight: 680, color: ink, size: m.site }
	);
	if (words.name) {
		sheet.text(
			isolated(words.name),
			{ start: m.side + inner * 0.45, y: m.top + m.site * 0.08, width: inner * 0.55, align: 'end' },
			{ face: 'sans', weight: 620, color: ink, size: m.name, smallest: m.name / 2 }
		);
	}
	return m.top + site.height;
}

/** Breaks the headline into as many lines as make it largest in `room`, a height. */
function placeHeadline(
	sheet: Sheet,
	{ words }: CardModel,
	m: Measures,
	inner: number,
	top: number,
	room: number
) {
	const { largest, smallest, lines: most } = m.headline;
	const style = { face: 'serif', weight: 680, color: sheet.palette.ink } as const;
	const candidates = Array.from({ length: most }, (_, i) => {
		const size = Math.min(largest, Math.floor(room / (i + 1) / sheet.leading('serif')));
		return { ...style, lines: i + 1, size, smallest: Math.min(smallest, size) };
	});
	const spot = { start: m.side, y: top, width: inner };
	const best = candidates.reduce((a, b) =>
		sheet.fit(words.headline, spot, b).size > sheet.fit(words.headline, spot, a).size ? b : a
	);
	return sheet.text(words.headline, spot, best);
}

/** Returns the height. */
function placeFooter(sheet: Sheet, { words }: CardModel, m: Measures, inner: number, height: number): number {
	const { inkSoft, thread } = sheet.palette;
	const y = height - m.bottom - sheet.line(m.note);
	sheet.text(
		words.note,
		{ start: m.side, y, width: inner * 0.56 },
		{ face: 'sans', weight: 450, color: inkSoft, size: m.note }
	);
	sheet.text(
		words.address,
		{ start: m.side + inner * 0.58, y, width: inner * 0.42, align: 'end' },
		{ face: 'sans', weight: 620, color: thread, size: m.note, direction: 'ltr' }
	);
	return sheet.line(m.note);
}

/** Returns where poles, threads and figures end. */
function placeOverall(sheet: Sheet, model: CardModel, m: Measures, inner: number, from: number): number {
	const { words, overall } = model;
	const { favour, value, ink } = sheet.palette;
	const half = inner / 2 - 8;
	const pole = { face: 'sans', weight: 640, size: m.pole } as const;
	sheet.text(words.poles.favour, { start: m.side, y: from, width: half }, { ...pole, color: favour });
	sheet.text(
		words.poles.value,
		{ start: m.side + inner - half, y: from, width: half, align: 'end' },
		{ ...pole, color: value }
	);
	const [first, second] = overall;
	const spot = { start: m.side, width: inner };
	const label = (words: string, y: number) =>
		sheet.text(words, { ...spot, y }, { face: 'sans', weight: 640, color: ink, size: m.label }).height;
	let y = from + sheet.line(m.pole);
	if (first?.label) y += label(first.label, y);
	const hanging = { estimate: first?.estimate ?? null, ...(second && { other: second.estimate }) };
	y += sheet.thread(hanging, { ...spot, y }, m.thread);
	if (second?.label) y += label(second.label, y);
	const figures = { face: 'sans', weight: 450, color: ink, size: m.figures } as const;
	sheet.text(words.figures, { start: m.side, y, width: inner }, figures);
	return y + sheet.line(m.figures);
}

function placeDimensions(
	sheet: Sheet,
	{ dimensions }: CardModel,
	m: Measures,
	inner: number,
	from: number
): void {
	const width = (inner - (m.columns - 1) * m.gutter) / m.columns;
	dimensions.forEach(({ label, estimate }, i) => {
		const start = m.side + (i % m.columns) * (width + m.gutter);
		const y = from + Math.floor(i / m.columns) * heightOfRow(sheet, m);
		const style = { face: 'sans', weight: 640, color: sheet.palette.ink, size: m.label } as const;
		sheet.text(label, { start, y, width }, style);
		sheet.thread({ estimate }, { start, y: y + sheet.line(m.label), width }, m.dimensionThread);
	});
}

function heightOfRow(sheet: Sheet, m: Measures): number {
	return sheet.line(m.label) + m.dimensionThread * 2.4 + m.gap / 2;
}

/** Leaves out the gaps between the blocks. */
function heightOfThreads(sheet: Sheet, { overall, dimensions }: CardModel, m: Measures): number {
	const labels = overall.filter(({ label }) => label).length;
	const threads = labels * sheet.line(m.label) + m.thread * 2.4;
	const rows = Math.ceil(dimensions.length / m.columns);
	return sheet.line(m.pole) + threads + sheet.line(m.figures) + rows * heightOfRow(sheet, m);
}
