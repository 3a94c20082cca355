import { ZONES } from '../scoring';
import { MEASURES, type Measures } from './measures';
import { CARD_SIZES, type CardModel } from './model';
import {
	heightOfThread,
	Sheet,
	type KnotBlock,
	type Section,
	type TextBlock,
	type ThreadBlock
} from './sheet';
import type { Measure } from './text';
import { isolated } from '../languages/isolated';

export type CardLayout = {
	width: number;
	height: number;
	texts: TextBlock[];
	threads: ThreadBlock[];
	knots: KnotBlock[];
};

/** Shrinks texts to their boxes and shares the space left between the blocks. Changes the font of `measure`. */
export function layOutCard(measure: Measure, model: CardModel): CardLayout {
	const { width, height } = CARD_SIZES[model.shape];
	const m = MEASURES[model.shape];
	const sheet = new Sheet(measure, model, width);
	const page = { model, m, inner: width - 2 * m.side };

	const foot = sheet.section(() => placeFoot(sheet, page));
	const under = [sheet.section(() => placeOverall(sheet, page))];
	if (model.dimensions.length > 0 && model.shape !== 'wide')
		under.push(sheet.section(() => placeDimensions(sheet, page)));
	const bottom = height - m.bottom - foot.height;
	const taken = under.reduce((sum, section) => sum + section.height + m.gap, m.gap);
	const head = sheet.section(() => placeHead(sheet, page, bottom - m.top - taken));

	foot.moveTo(bottom);
	spread([head, ...under], m.top, bottom);
	return { width, height, texts: sheet.texts, threads: sheet.threads, knots: sheet.knots };
}

type Page = { model: CardModel; m: Measures; inner: number };

/** Begins at the top; all gaps are alike, the last one too. */
function spread(sections: readonly Section[], top: number, bottom: number) {
	const heights = sections.reduce((sum, { height }) => sum + height, 0);
	const gap = (bottom - top - heights) / sections.length;
	let y = top;
	for (const section of sections) {
		section.moveTo(y);
		y += section.height + gap;
	}
}

/** The question, the knot, the headline and what it means, in no more than `space`, a height. */
function placeHead(sheet: Sheet, page: Page, space: number): number {
	const { model, m } = page;
	const { question, sense } = model.words;
	const gap = m.gap * 0.7;
	// A wide comparison has no room for the question.
	const asks = question !== undefined && (model.shape !== 'wide' || model.overall.length === 1);
	const asked = asks ? placeQuestion(sheet, question, page) + gap : 0;
	const means = sense !== undefined && model.shape !== 'wide';
	const meaning = means ? sheet.section(() => placeSense(sheet, page)) : undefined;
	const under = meaning ? meaning.height + gap : 0;
	const headline = sheet.section(() => placeHeadline(sheet, page, space - asked - under));
	headline.moveTo(asked);
	meaning?.moveTo(asked + headline.height + gap);
	return asked + headline.height + under;
}

function placeQuestion(sheet: Sheet, question: string, { m, inner }: Page): number {
	const style = { face: 'serif', weight: 680, color: sheet.palette.thread, ...m.question } as const;
	return sheet.text(question, { start: m.side, y: 0, width: inner }, style).height;
}

function placeHeadline(sheet: Sheet, { model, m, inner }: Page, space: number): number {
	const { words, overall } = model;
	const [only] = overall.length === 1 ? overall : [];
	const beside = only !== undefined && m.knotIs === 'beside';
	const indent = beside ? m.knot + m.side * 0.6 : 0;
	const spot = { start: m.side + indent, y: 0, width: inner - indent };
	const top = only && !beside ? m.knot + m.gap : 0;

	const text = sheet.section(() => {
		const name = words.name ? placeName(sheet, words.name, spot, m) : 0;
		const look = { face: 'serif', weight: 680, color: sheet.palette.ink } as const;
		const headline = { ...spot, y: name };
		return name + sheet.headline(words.headline, headline, look, m.headline, space - top - name).height;
	});
	const height = beside ? Math.max(text.height, m.knot) : top + text.height;
	text.moveTo(beside ? (height - text.height) / 2 : top);
	if (only) sheet.knot(only.zone, { start: m.side, y: beside ? (height - m.knot) / 2 : 0 }, m.knot);
	return height;
}

function placeName(sheet: Sheet, name: string, spot: Parameters<Sheet['text']>[1], m: Measures): number {
	const { height } = sheet.text(isolated(name), spot, {
		face: 'sans',
		weight: 640,
		color: sheet.palette.inkSoft,
		size: m.name,
		smallest: m.name / 2
	});
	return height + m.name * 0.15;
}

function placeSense(sheet: Sheet, { model: { words }, m, inner }: Page): number {
	const spot = { start: m.side, y: 0, width: inner };
	const style = { face: 'sans', weight: 450, color: sheet.palette.ink, ...m.sense } as const;
	return sheet.text(words.sense ?? '', spot, style).height;
}

function placeOverall(sheet: Sheet, { model, m, inner }: Page): number {
	const { overall } = model;
	const [first, second] = overall;
	const spot = { start: m.side, width: inner };
	let y = 0;
	if (!first) y += placeAllKnots(sheet, m, inner);
	if (first?.label) y += placeLabel(sheet, { ...first, label: first.label }, m, inner, y) + m.gap / 4;
	const hanging = { estimate: first?.estimate ?? null, ...(second && { other: second.estimate }) };
	y += sheet.thread([hanging], { ...spot, y }, second ? m.pairedThread : m.thread);
	if (second?.label) {
		y += m.gap / 4;
		y += placeLabel(sheet, { ...second, label: second.label }, m, inner, y) + m.gap / 2;
	}
	return y + placePoles(sheet, model, m, inner, y);
}

function placeAllKnots(sheet: Sheet, m: Measures, inner: number): number {
	const size = m.smallKnot * 1.3;
	const step = (inner - size) / (ZONES.length - 1);
	ZONES.forEach((zone, i) => sheet.knot(zone, { start: m.side + i * step, y: 0 }, size));
	return size + m.gap;
}

function placeLabel(
	sheet: Sheet,
	{ label, zone }: { label: string; zone: CardModel['overall'][number]['zone'] },
	m: Measures,
	inner: number,
	y: number
): number {
	sheet.knot(zone, { start: m.side, y }, m.smallKnot);
	const indent = m.smallKnot * 1.3;
	const style = {
		face: 'sans',
		weight: 640,
		color: sheet.palette.ink,
		size: m.label,
		lines: m.labelLines
	} as const;
	const text = sheet.section(
		() => sheet.text(label, { start: m.side + indent, y: 0, width: inner - indent }, style).height
	);
	const height = Math.max(m.smallKnot, text.height);
	text.moveTo(y + (height - text.height) / 2);
	return height;
}

function placePoles(sheet: Sheet, { words }: CardModel, m: Measures, inner: number, y: number): number {
	const { favour, value } = sheet.palette;
	const half = inner / 2 - 8;
	const pole = { face: 'sans', weight: 640, size: m.pole } as const;
	sheet.text(words.poles.favour, { start: m.side, y, width: half }, { ...pole, color: favour });
	sheet.text(
		words.poles.value,
		{ start: m.side + inner - half, y, width: half, align: 'end' },
		{ ...pole, color: value }
	);
	return sheet.line(m.pole);
}

function placeDimensions(sheet: Sheet, { model: { dimensions }, m, inner }: Page): number {
	const named = inner * m.labelShare;
	const row = heightOfThread(m.dimensionThread);
	const offset = (row - sheet.line(m.label)) / 2;
	dimensions.forEach(({ label }, i) => {
		const style = { face: 'sans', weight: 640, color: sheet.palette.ink, size: m.label } as const;
		sheet.text(label, { start: m.side, y: i * row + offset, width: named - m.dimensionThread }, style);
	});
	return sheet.thread(dimensions, { start: m.side + named, y: 0, width: inner - named }, m.dimensionThread);
}

function placeFoot(sheet: Sheet, { model: { words, shape }, m, inner }: Page): number {
	const { ink, inkSoft } = sheet.palette;
	const site = { face: 'serif', weight: 680, color: ink, size: m.site } as const;
	const address = { face: 'sans', weight: 450, color: inkSoft, size: m.address, latin: true } as const;
	const height = sheet.line(m.site, 'serif');
	if (shape === 'tall') {
		const spot = { start: m.side, width: inner };
		sheet.text(words.site, { ...spot, y: 0 }, site);
		sheet.text(words.address, { ...spot, y: height }, address);
		return height + sheet.line(m.address);
	}
	const named = inner * 0.3;
	sheet.text(words.site, { start: m.side, y: 0, width: named }, site);
	const y = (height - sheet.line(m.address)) / 2;
	sheet.text(words.address, { start: m.side + named, y, width: inner - named, align: 'end' }, address);
	return height;
}
