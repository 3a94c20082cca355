import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardShape } from '../../src/lib/address';
import {
	CARD_PALETTES,
	CARD_SIZES,
	layOutCard,
	paintText,
	type CardModel,
	type TextBlock
} from '../../src/lib/card';
import { factsOf } from '../../src/lib/i18n';
import { LANGUAGES } from '../../src/lib/questions';
import { registerFonts } from '../../src/lib/server/card/fonts';
import { pixelsOf } from '../../src/lib/server/card/render';
import { cardsIn } from './cards';

registerFonts();

type Box = { left: number; right: number; top: number; bottom: number };

const SHAPES = Object.keys(CARD_SIZES) as CardShape[];
const VARIANTS = LANGUAGES.flatMap((language) => SHAPES.map((shape) => ({ language, shape })));

/** Antialiasing reaches a pixel beyond the outline. */
const HAIR = 1;
/** An alpha that nobody sees. */
const FAINT = 32;
/** Below this, letters on the wide card cannot be read in a feed, where it is 400 pixels wide. */
const SMALLEST = 24;

const canvas = createCanvas(1, 1).getContext('2d') as unknown as CanvasRenderingContext2D;
const widths = new Map<string, TextMetrics>();
/** A canvas that remembers what it has measured: a thousand cards share most of their words. */
const context = {
	font: '',
	measureText(text: string) {
		const key = `${this.font}\n${text}`;
		let metrics = widths.get(key);
		if (!metrics) {
			canvas.font = this.font;
			widths.set(key, (metrics = canvas.measureText(text)));
		}
		return metrics;
	}
};
const inks = new Map<string, Box>();

/** Where a text's ink is: it is painted, and looked for. Reaches out of the box to find what sticks out. */
function inkOf(block: TextBlock): Box {
	const { lines, face, size, align, direction, width, leading } = block;
	const key = JSON.stringify([lines, face, size, align, direction, width, leading]);
	const left = block.align === 'left' ? block.x : block.x - block.width;
	let ink = inks.get(key);
	if (!ink) inks.set(key, (ink = painted(block)));
	return {
		left: ink.left + left,
		right: ink.right + left,
		top: ink.top + block.y,
		bottom: ink.bottom + block.y
	};
}

/** Ink from the corner of the text's box. */
function painted(block: TextBlock): Box {
	const margin = Math.ceil(block.size * 2);
	const height = block.leading * block.lines.length + 2 * margin;
	const canvas = createCanvas(Math.ceil(block.width) + 2 * margin, height);
	const x = margin + (block.align === 'left' ? 0 : block.width);
	paintText(canvas.getContext('2d') as unknown as CanvasRenderingContext2D, { ...block, x, y: margin });
	const pixels = canvas.data();
	const row = canvas.width * 4;
	const ink = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
	for (let y = 0; y < height; y++) {
		let [first, last] = [y * row + 3, (y + 1) * row - 1];
		const end = last;
		while (first <= end && (pixels[first] as number) < FAINT) first += 4;
		if (first > end) continue;
		while ((pixels[last] as number) < FAINT) last -= 4;
		ink.left = Math.min(ink.left, ((first - 3) % row) / 4);
		ink.right = Math.max(ink.right, ((last - 3) % row) / 4 + 1);
		ink.top = Math.min(ink.top, y);
		ink.bottom = y + 1;
	}
	return {
		left: ink.left - margin,
		right: ink.right - margin,
		top: ink.top - margin,
		bottom: ink.bottom - margin
	};
}

function boxOf(block: TextBlock): Box {
	const left = block.align === 'left' ? block.x : block.x - block.width;
	const bottom = block.y + block.leading * block.lines.length;
	return { left, right: left + block.width, top: block.y, bottom };
}

const holds = (outer: Box, inner: Box) =>
	inner.left >= outer.left - HAIR &&
	inner.right <= outer.right + HAIR &&
	inner.top >= outer.top - HAIR &&
	inner.bottom <= outer.bottom + HAIR;

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is wrong with a card, in words; nothing as a rule. */
function faultsOf(model: CardModel): string[] {
	const { width, height, texts, threads, knots } = layOutCard(context, model);
	const card = { left: 0, right: width, top: 0, bottom: height };
	const { name, address, question } = model.words;
	const faults: string[] = [];
	const pieces = [
		...texts.map((block) => ({ words: block.lines.join(' / '), ink: inkOf(block) })),
		...threads.map(({ x, y, width, height }, i) => ({
			words: `thread ${i}`,
			ink: { left: x, right: x + width, top: y, bottom: y + height }
		})),
		...knots.map(({ zone, x, y, size }) => ({
			words: `knot of ${zone}`,
			ink: { left: x, right: x + size, top: y, bottom: y + size }
		}))
	];

	for (const block of texts) {
		const words = block.lines.join(' / ');
		const ink = inkOf(block);
		const isName = name !== undefined && block.lines.some((line) => line.startsWith('\u2068'));
		if (!Number.isFinite(ink.left)) faults.push(`${words}: no ink`);
		if (!holds(boxOf(block), ink)) faults.push(`${words}: ${at(ink)} sticks out of ${at(boxOf(block))}`);
		if (words.includes('…') && !isName) faults.push(`${words}: cut`);
		if (block.size < SMALLEST && !isName && words !== address)
			faults.push(`${words}: ${block.size} px is too small`);
	}
	const isAsked = question && (model.shape !== 'wide' || model.overall.length === 1);
	if (isAsked && !texts.some(({ lines }) => lines.join(' ') === question))
		faults.push(`${question}: parts a word`);
	for (const [i, { words, ink }] of pieces.entries()) {
		if (!holds(card, ink)) faults.push(`${words}: ${at(ink)} leaves the card`);
		for (const other of pieces.slice(i + 1)) {
			if (meet(ink, other.ink))
				faults.push(`${words}: ${at(ink)} runs into ${other.words}: ${at(other.ink)}`);
		}
	}
	return faults;
}

const at = ({ left, right, top, bottom }: Box) =>
	`x ${Math.round(left)} to ${Math.round(right)}, y ${Math.round(top)} to ${Math.round(bottom)}`;

describe.each(VARIANTS)('on every $shape card in $language', { timeout: 60_000 }, ({ language, shape }) => {
	it('all words stand whole, large enough, in their boxes and clear of each other', async () => {
		let count = 0;
		const faults: string[] = [];
		for await (const [card, model] of cardsIn(language, shape)) {
			faults.push(...faultsOf(model).map((fault) => `${card}: ${fault}`));
			count++;
		}
		expect(count).toBe(1 + 2 * 15 * 4);
		expect(faults).toEqual([]);
	});

	it('everything is where reading begins, and mirrors with the direction', async () => {
		const { width } = CARD_SIZES[shape];
		for await (const [card, model] of cardsIn(language, shape)) {
			const [ltr, rtl] = (['ltr', 'rtl'] as const).map((direction) =>
				layOutCard(context, { ...model, direction })
			);
			const mirrored = ltr?.texts.map((block) => ({
				...block,
				x: expect.closeTo(width - block.x) as number,
				align: block.align === 'left' ? 'right' : 'left',
				direction: block.lines.includes(model.words.address) ? 'ltr' : 'rtl'
			}));
			expect(rtl?.texts, card).toEqual(mirrored);
			expect(
				rtl?.threads.map(({ x, width: own }) => x + own),
				card
			).toEqual(ltr?.threads.map(({ x }) => expect.closeTo(width - x) as number));
			expect(
				rtl?.knots.map(({ x, size }) => x + size),
				card
			).toEqual(ltr?.knots.map(({ x }) => expect.closeTo(width - x) as number));
		}
	});

	it('the favour-hunting peg stands at the side where reading begins', async () => {
		const { width, height } = CARD_SIZES[shape];
		for await (const [, model] of cardsIn(language, shape)) {
			const { threads, texts } = layOutCard(context, model);
			const [thread] = threads;
			if (!thread) throw new Error('every card has a thread');
			const favour = texts.find(({ lines }) => lines[0] === model.words.poles.favour);
			const isLeft = factsOf(language).direction === 'ltr';
			expect(favour?.align).toBe(isLeft ? 'left' : 'right');

			const pixels = pixelsOf(model);
			const wanted = rgb(CARD_PALETTES.light.favour);
			const columns: number[] = [];
			for (let y = Math.floor(thread.y); y < Math.min(height, thread.y + thread.height); y++) {
				for (let x = 0; x < width; x++) {
					const i = (y * width + x) * 4;
					if (wanted.every((part, channel) => pixels[i + channel] === part)) columns.push(x);
				}
			}
			expect(columns.length).toBeGreaterThan(20);
			expect(columns.every((x) => x < width / 2)).toBe(isLeft);
			return;
		}
	});

	it('no thread, bead or peg is clipped, also at the ends of the scale', async () => {
		const { width } = CARD_SIZES[shape];
		const paper = rgb(CARD_PALETTES.light.paper);
		let seen = 0;
		for await (const [card, model] of cardsIn(language, shape)) {
			const pixels = pixelsOf(model);
			const isPaper = (x: number, y: number) =>
				paper.every((part, channel) => Math.abs((pixels[(y * width + x) * 4 + channel] ?? 0) - part) < 8);
			for (const thread of layOutCard(context, model).threads) {
				const [left, top] = [Math.floor(thread.x) - 1, Math.floor(thread.y) - 1];
				const [right, bottom] = [Math.ceil(thread.x + thread.width), Math.ceil(thread.y + thread.height)];
				const middle = Math.round(thread.y + thread.height / thread.rows.length / 2);
				const row = Array.from({ length: right - left }, (_, i) => left + i);
				expect(row.filter((x) => !isPaper(x, middle)).length, card).toBeGreaterThan(thread.width / 2);
				// What is cut off ends at the edge of the canvas that the thread was drawn on.
				const edges = [left + 1, left + 2, right - 2, right - 1];
				for (let y = top; y < bottom; y++)
					expect(
						edges.filter((x) => !isPaper(x, y)),
						card
					).toEqual([]);
				expect(
					row.filter((x) => !isPaper(x, top + 2) || !isPaper(x, bottom - 2)),
					card
				).toEqual([]);
			}
			// The quiz, a result with and without dimensions, and both kinds of comparison.
			if (++seen === 5) return;
		}
	});

	it('any name, however long or odd, leaves everything else as it is', async () => {
		for await (const [card, model] of cardsIn(language, shape)) {
			if (card === 'quiz') continue;
			const named = (name: string) =>
				layOutCard(context, { ...model, words: { ...model.words, name } }).texts;
			const others = named('Ana').filter(({ lines }) => !lines[0]?.startsWith('\u2068'));
			fc.assert(
				fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
					const texts = named(name);
					const [block, ...more] = texts.filter((text) =>
						text.lines.some((line) => line.startsWith('\u2068'))
					);
					expect(more).toEqual([]);
					expect(block?.lines).toHaveLength(1);
					expect(texts.filter((text) => text !== block)).toEqual(others);
				}),
				{ numRuns: 30 }
			);
			return;
		}
	});
});

const rgb = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
