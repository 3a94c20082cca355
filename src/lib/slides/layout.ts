import { Sheet, type Measure, type TextBlock } from '../card';
import type { Rung } from '../questions';
import {
	SLIDE_SIZE,
	type DimensionsSlide,
	type SceneSlide,
	type SlideModel,
	type SplitsSlide,
	type StringSlide,
	type StringsSlide
} from './model';

export type Box = { x: number; y: number; width: number; height: number };

/** A rung's place on a small string of its own; `x` is its left end, however it is mirrored. */
export type RungMark = Box & { rung: Rung };

export type SlideLayout = {
	texts: TextBlock[];
	marks: RungMark[];
	/** Where charts are drawn: of two strings two, where a room split most none, else one. */
	charts: Box[];
	/** Half the height of what frays, on a rung's mark. */
	markSize: number;
};

/** Pixels. */
const M = {
	side: 90,
	top: 52,
	bottom: 46,
	gap: 26,
	title: 68,
	smallestTitle: 44,
	name: 34,
	option: 44,
	smallestOption: 28,
	smallestSource: 24,
	said: 66,
	smallestSaid: 34,
	split: 84,
	smallestSplit: 52,
	note: 34,
	source: 30,
	mark: 104,
	markSize: 15
} as const;

/** What words, shares and the spaces around them take of the width. */
const SHARES = { words: 0.57, said: 0.12, space: 0.015, dimension: 0.36 } as const;

/** Shrinks texts to their boxes and gives the rest to the chart. Changes the font of `measure`. */
export function layOutSlide(measure: Measure, model: SlideModel): SlideLayout {
	const { width, height } = SLIDE_SIZE;
	const sheet = new Sheet(measure, model, width);
	const inner = width - 2 * M.side;
	const head = placeTitle(sheet, model, inner);
	const foot = sheet.section(() => placeFoot(sheet, model, inner));
	foot.moveTo(height - M.bottom - foot.height);
	const top = M.top + head + M.gap;
	const body = { top, height: height - M.bottom - foot.height - M.gap - top, inner };
	const placed = placeBody(measure, sheet, model, body);
	return { texts: sheet.texts, markSize: M.markSize, ...placed };
}

function placeBody(measure: Measure, sheet: Sheet, model: SlideModel, body: Body) {
	if (model.kind === 'scene') return placeRows(measure, sheet, model, body);
	if (model.kind === 'dimensions') return placeDimensions(sheet, model, body);
	if (model.kind === 'splits') return placeSplits(sheet, model, body);
	return model.kind === 'string' ? placeString(sheet, model, body) : placeStrings(sheet, model, body);
}

type Body = { top: number; height: number; inner: number };

function placeTitle(sheet: Sheet, { title }: SlideModel, inner: number): number {
	const look = { face: 'serif', weight: 680, color: sheet.palette.ink } as const;
	const size = { size: M.title, smallest: M.smallestTitle, lines: 2 };
	return sheet.text(title, { start: M.side, y: M.top, width: inner }, { ...look, ...size }).height;
}

function placeFoot(sheet: Sheet, { notes, source }: SlideModel, inner: number): number {
	const look = { face: 'sans', weight: 450, color: sheet.palette.inkSoft } as const;
	let y = 0;
	for (const note of notes) {
		const style = { ...look, size: M.note, smallest: M.source, lines: 3 };
		y += sheet.text(note, { start: M.side, y, width: inner }, style).height;
	}
	const style = { ...look, size: M.source, smallest: M.smallestSource, lines: 2 };
	return y + M.gap / 2 + sheet.text(source, { start: M.side, y: y + M.gap / 2, width: inner }, style).height;
}

function placeRows(measure: Measure, sheet: Sheet, model: SceneSlide, { top, height, inner }: Body) {
	const { rows, direction } = model;
	const row = height / rows.length;
	const words = inner * SHARES.words;
	const said = inner * SHARES.said;
	const space = inner * SHARES.space;
	const { ink, inkSoft } = sheet.palette;
	const nameHeight = rows.some(({ name }) => name !== null) ? sheet.line(M.name) : 0;
	const size = sizeOfOptions(measure, model, words, row - nameHeight - M.gap * 0.6);
	const marks = rows.flatMap(({ rung, name, option, said: share }, i): RungMark[] => {
		const section = sheet.section(() => {
			const named = { start: M.side + M.mark + space, y: 0, width: words - M.mark - space };
			if (name !== null) sheet.text(name, named, { face: 'sans', weight: 640, color: inkSoft, size: M.name });
			const style = { face: 'sans', weight: 450, color: ink, size, smallest: size, lines: 3 } as const;
			return nameHeight + sheet.text(option, { start: M.side, y: nameHeight, width: words }, style).height;
		});
		const y = top + i * row + (row - section.height) / 2;
		section.moveTo(y);
		const told = sheet.section(() => {
			const style = { face: 'sans', weight: 680, color: ink, size: M.said, lines: 3 } as const;
			const spot = { start: M.side + words + space, y: 0, width: said, align: 'end' } as const;
			return share === '' ? 0 : sheet.text(share, spot, { ...style, smallest: M.smallestSaid }).height;
		});
		told.moveTo(top + i * row + (row - told.height) / 2);
		return name === null
			? []
			: [{ rung, x: leftOf(direction, M.side, M.mark), y, width: M.mark, height: nameHeight }];
	});
	const start = M.side + words + said + 2 * space;
	const width = inner - words - said - 2 * space;
	return { marks, charts: [{ x: leftOf(direction, start, width), y: top, width, height }] };
}

const leftOf = (direction: SlideModel['direction'], start: number, width: number) =>
	direction === 'ltr' ? start : SLIDE_SIZE.width - start - width;

function sizeOfOptions(measure: Measure, model: SceneSlide, width: number, height: number): number {
	const sheet = new Sheet(measure, model, SLIDE_SIZE.width);
	const look = { face: 'sans', weight: 450, color: sheet.palette.ink } as const;
	const range = { largest: M.option, smallest: M.smallestOption, lines: 3, lineCosts: 0 };
	const spot = { start: M.side, y: 0, width };
	return Math.min(...model.rows.map(({ option }) => sheet.headline(option, spot, look, range, height).size));
}

function placeString(sheet: Sheet, { poles }: StringSlide, { top, height, inner }: Body) {
	const taken = placePoles(sheet, poles, { start: M.side, top, inner });
	return { marks: [], charts: [{ x: M.side, y: top + taken, width: inner, height: height - taken }] };
}

function placeStrings(sheet: Sheet, { poles, strings, said }: StringsSlide, { top, height, inner }: Body) {
	const above = top + placePoles(sheet, poles, { start: M.side, top, inner });
	const told = sheet.section(() => {
		const look = { face: 'sans', weight: 640, color: sheet.palette.ink } as const;
		const size = { size: M.option, smallest: M.note, lines: 3 };
		return sheet.text(said, { start: M.side, y: 0, width: inner }, { ...look, ...size }).height;
	});
	told.moveTo(top + height - told.height);
	const each = (top + height - told.height - M.gap - above) / strings.length;
	const charts = strings.map(({ heading }, i): Box => {
		const y = above + i * each;
		const look = { face: 'sans', weight: 640, color: sheet.palette.inkSoft, size: M.name } as const;
		const taken = sheet.text(heading, { start: M.side, y, width: inner }, look).height;
		return { x: M.side, y: y + taken, width: inner, height: each - taken };
	});
	return { marks: [], charts };
}

function placeDimensions(sheet: Sheet, model: DimensionsSlide, { top, height, inner }: Body) {
	const { poles, rows, direction } = model;
	const words = inner * SHARES.dimension;
	const space = inner * SHARES.space;
	const { ink, inkSoft } = sheet.palette;
	const start = M.side + words + space;
	const width = inner - words - space;
	const above = placePoles(sheet, poles, { start, top, inner: width });
	const each = (height - above) / rows.length;
	for (const [i, { name, question, said }] of rows.entries()) {
		const section = sheet.section(() => {
			const spot = (y: number) => ({ start: M.side, y, width: words });
			const look = { face: 'sans', smallest: M.smallestOption } as const;
			const strong = { ...look, weight: 680, color: ink, size: M.option, lines: 2 };
			const soft = { ...look, weight: 450, color: inkSoft, size: M.name, lines: 2 };
			const named = sheet.text(name, spot(0), strong).height;
			const asked = named + sheet.text(question, spot(named), soft).height;
			return said === '' ? asked : asked + sheet.text(said, spot(asked), { ...soft, weight: 640 }).height;
		});
		section.moveTo(top + above + i * each + (each - section.height) / 2);
	}
	const chart = { x: leftOf(direction, start, width), y: top + above, width, height: height - above };
	return { marks: [], charts: [chart] };
}

function placeSplits(sheet: Sheet, { scenes }: SplitsSlide, { top, height, inner }: Body) {
	const each = height / scenes.length;
	const number = M.split * 1.2;
	const style = { face: 'serif', size: M.split, smallest: M.smallestSplit } as const;
	for (const [i, title] of scenes.entries()) {
		const section = sheet.section(() => {
			const counted = { ...style, weight: 680, color: sheet.palette.thread };
			sheet.text(String(i + 1), { start: M.side, y: 0, width: number }, counted);
			const spot = { start: M.side + number, y: 0, width: inner - number };
			return sheet.text(title, spot, { ...style, weight: 560, color: sheet.palette.ink, lines: 2 }).height;
		});
		section.moveTo(top + i * each + (each - section.height) / 2);
	}
	return { marks: [], charts: [] };
}

function placePoles(
	sheet: Sheet,
	poles: StringSlide['poles'],
	{ start, top, inner }: Pick<Body, 'top' | 'inner'> & { start: number }
): number {
	const { favour, value } = sheet.palette;
	const half = inner / 2 - M.gap;
	const pole = { face: 'sans', weight: 640, size: M.option } as const;
	const { height: taken } = sheet.text(
		poles.favour,
		{ start, y: top, width: half },
		{ ...pole, color: favour }
	);
	sheet.text(
		poles.value,
		{ start: start + inner - half, y: top, width: half, align: 'end' },
		{ ...pole, color: value }
	);
	return taken;
}
