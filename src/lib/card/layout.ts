import { MARK_WIDTH, MEASURES, type Measures } from './measures';
import { CARD_SIZES, type CardModel } from './model';
import { Sheet, type TextBlock, type ThreadBlock } from './sheet';
import { isolated, type Measure } from './text';

export type CardLayout = { width: number; height: number; texts: TextBlock[]; threads: ThreadBlock[] };

/** Shrinks texts to their boxes and shares the space left between the blocks. Changes the font of `measure`. */
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

/** Breaks the headline into as many lines as make it largest in `space`, a height. */
function placeHeadline(
	sheet: Sheet,
	{ words }: CardModel,
	m: Measures,
	inner: number,
	top: number,
	space: number
) {
	const { largest, smallest, lines: most } = m.headline;
	const style = { face: 'serif', weight: 680, color: sheet.palette.ink } as const;
	const candidates = Array.from({ length: most }, (_, i) => {
		const size = Math.min(largest, Math.floor(space / (i + 1) / sheet.leading('serif')));
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
