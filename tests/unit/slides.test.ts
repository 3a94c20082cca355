import { createCanvas } from '@napi-rs/canvas';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CARD_PALETTES } from '../../src/lib/card';
import { chartOn } from '../../src/lib/charts/charted';
import type { GroupPicture, Report, ScenePicture } from '../../src/lib/group';
import { I18n, loadMessages, loadWords } from '../../src/lib/i18n';
import {
	DIMENSIONS,
	LANGUAGES,
	loadScenes,
	scenarioOf,
	type Dimension,
	type Language,
	type ScenarioId
} from '../../src/lib/questions';
import { ToAskSchema, withOwnScenes } from '../../src/lib/own-scenes';
import { slidesOf } from '../../src/lib/phrases';
import { registerFonts } from '../../src/lib/server/card/fonts';
import { drawSlide, layOutSlide, SLIDE_SIZE, type SlideModel } from '../../src/lib/slides';
import { HOSTILE_SCENES, TURNING } from '../support/hostile-scenes';
import { say } from '../support/words';

registerFonts();

const newCanvas = (width: number, height: number) => createCanvas(width, height);
const tools = {
	chartOn,
	createCanvas: (width: number, height: number) => newCanvas(width, height) as unknown as HTMLCanvasElement
};

const shares: ScenePicture = { kind: 'shares', count: 20, shares: [15, 50, 0, 30, 5] };

const places = [0, 10, 30, 40, 50, 60, 70, 100].map((place, i) => ({ place, count: 1 + (i % 4) }));
const spread = {
	kind: 'spread',
	places,
	quarters: { low: 30, middle: 50, high: 70 },
	middleZone: 50
} as const;
const groupPicture: GroupPicture = {
	shown: 9,
	counted: [],
	missed: [],
	step: 10,
	overall: spread,
	dimensions: {
		strings: spread,
		pull: { kind: 'nearlyAll', place: 75 },
		filter: spread,
		candour: { kind: 'few' }
	},
	splits: [
		{ scene: 'dealer-host', split: 0.9 },
		{ scene: 'warm-introduction', split: 0.5 },
		{ scene: 'thin-post', split: 0.4 },
		{ scene: 'testimonial', split: 0.3 }
	]
};

async function slidesIn(language: Language, changes: Partial<Report> = {}) {
	await loadMessages(language, ['site', 'terms', 'group']);
	const scenes = await loadWords(language, loadScenes);
	const pictures = Object.keys(scenes).map((id, i) => {
		const scene = id as ScenarioId;
		const { number, dimension } = scenarioOf(scene);
		const picture: ScenePicture = i % 5 === 3 ? { kind: 'nearlyAll', rung: 3 } : shares;
		return { scene, number, dimension, picture, again: null, guesses: null, frequencies: null };
	});
	const report: Report = {
		title: 'Trust & "likes" in the second year of the school of design, Tuesday group, 2026',
		code: 'X7K2MP',
		joined: 20,
		smallestGroup: 5,
		rehearsal: true,
		key: { form: 'A', version: 2 },
		scenes: pictures,
		groupPicture,
		first: null,
		comparison: null,
		reliability: [],
		rows: 'notChosen',
		...changes
	};
	return { scenes, report, slides: slidesOf(report, scenes, new I18n(() => language)) };
}

/** As the report holds them at the end of the second. */
function inTwoRounds({ scenes, groupPicture }: Report): Partial<Report> {
	return {
		first: { scenes, groupPicture },
		comparison: {
			first: groupPicture!,
			shift: { kind: 'shift', people: 18, mean: 4, low: 1, high: 8 }
		}
	};
}

function drawn(model: SlideModel) {
	const canvas = newCanvas(SLIDE_SIZE.width, SLIDE_SIZE.height);
	const context = canvas.getContext('2d');
	drawSlide(context as unknown as CanvasRenderingContext2D, model, tools);
	return canvas;
}

const measure = newCanvas(1, 1).getContext('2d') as unknown as CanvasRenderingContext2D;

/** A scene is asked again, of a large group, so that its numbers are as long as they get. */
const askedAgain: Report['scenes'][number]['again'] = {
	picture: shares,
	moved: { kind: 'moved', people: 1_234, stayed: 711, ways: { up: 301, down: 222 }, low: 39, high: 46 }
};

describe.each(LANGUAGES)('on the pictures to take home in %s', (language) => {
	it('every word of every scene stands whole, large enough, and on no other', async () => {
		const { scenes, report } = await slidesIn(language);
		const again = report.scenes.map((scene) => ({ ...scene, again: askedAgain }));
		const { slides } = await slidesIn(language, { ...inTwoRounds(report), scenes: again });
		expect(slides).toHaveLength(67);
		for (const { name, model } of slides) {
			const { texts } = layOutSlide(measure, model);
			const words = texts.map(({ lines }) => lines.join(' ')).join('\n');
			expect(words, name).not.toContain('…');
			const boxes = texts.map(({ lines, leading, x, y, width, align, size }) => {
				expect(size, `${name}: ${lines.join(' ')}`).toBeGreaterThanOrEqual(26);
				const left = align === 'left' ? x : x - width;
				return { left, right: left + width, top: y, bottom: y + lines.length * leading, lines };
			});
			for (const [i, a] of boxes.entries()) {
				expect(a.left, name).toBeGreaterThanOrEqual(0);
				expect(a.right, name).toBeLessThanOrEqual(SLIDE_SIZE.width);
				expect(a.bottom, name).toBeLessThanOrEqual(SLIDE_SIZE.height);
				const covered = boxes
					.slice(i + 1)
					.filter(
						(b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1
					);
				expect(covered, `${name}: ${a.lines.join(' ')}`).toEqual([]);
			}
			if (model.kind !== 'scene') continue;
			const scene = name.slice(3).replace(/-first|-again/, '') as ScenarioId;
			const plain = words.replaceAll('\n', ' ');
			for (const option of scenes[scene].options) expect(plain).toContain(option);
		}
	});

	it('is drawn from the side where reading begins', async () => {
		const { slides } = await slidesIn(language);
		const scene = slides.find(({ model }) => model.kind === 'scene' && 'shares' in model.bars.chosen);
		const canvas = drawn(scene!.model);
		const pixels = canvas.data();
		const inkIn = (from: number, to: number) => {
			let count = 0;
			for (let y = 150; y < 300; y += 3)
				for (let x = from; x < to; x += 3) {
					const at = (y * SLIDE_SIZE.width + x) * 4;
					// The poles' colours, of bars alone.
					if (Math.abs(pixels[at]! - 0x8f) < 12 && Math.abs(pixels[at + 2]!) < 12) count += 1;
				}
			return count;
		};
		const [left, right] = [inkIn(0, 640), inkIn(1280, 1920)];
		if (language === 'ar') expect(left).toBeGreaterThan(right);
		else expect(right).toBeGreaterThan(left);
	});
});

describe('pictures to take home', () => {
	it('have names that sort in the order of asking, the end last', async () => {
		const { slides } = await slidesIn('en');
		const names = slides.map(({ name }) => name);
		expect(names.toSorted()).toEqual(names);
		expect(names.slice(20)).toEqual(['21-string', '22-dimensions', '23-splits']);
		expect(names[0]).toMatch(/^01-[a-z-]+$/);
	});

	it('show both rounds, each with its name, then both strings with how places moved', async () => {
		const { report } = await slidesIn('en');
		const { slides } = await slidesIn('en', inTwoRounds(report));
		const names = slides.map(({ name }) => name);
		expect(names.toSorted()).toEqual(names);
		expect(names).toHaveLength(47);
		expect(names.slice(20, 23)).toEqual(['21-string-first', '22-dimensions-first', '23-splits-first']);
		expect(names.slice(43)).toEqual(['44-string', '45-dimensions', '46-splits', '47-strings']);
		const wordsOf = (at: number) =>
			layOutSlide(measure, slides[at]!.model)
				.texts.flatMap(({ lines }) => lines)
				.join(' ');
		expect(wordsOf(0)).toContain('The first time');
		expect(wordsOf(23)).toContain('The second time');
		for (const said of ['The first time', 'The second time', '4 points', 'from 1 to 8', '18 people'])
			expect(wordsOf(46)).toContain(said);
	});

	it('show the first round alone while a second has shown nothing', async () => {
		const { report, scenes } = await slidesIn('en');
		const changes = { ...inTwoRounds(report), scenes: [], groupPicture: null, comparison: null };
		const slides = slidesOf({ ...report, ...changes }, scenes, new I18n(() => 'en'));
		expect(slides).toHaveLength(23);
		expect(slides.every(({ first }) => first)).toBe(true);
	});

	it('show nothing of a scene with too few answers, and no string where there is none', async () => {
		const { report, scenes } = await slidesIn('en');
		const few = report.scenes.map((shown, i) =>
			i === 0 ? { ...shown, picture: { kind: 'few' } as const } : shown
		);
		const names = (changes: Partial<Report>) =>
			slidesOf({ ...report, ...changes }, scenes, new I18n(() => 'en')).map(({ name }) => name.slice(3));
		expect(names({ scenes: few })).not.toContain(few[0]?.scene);
		expect(names({ scenes: few })).toHaveLength(22);
		expect(names({ groupPicture: null })).not.toContain('string');
		for (const kind of ['few', 'fewScenes'] as const)
			expect(names({ groupPicture: { ...groupPicture, overall: { kind } } })).not.toContain('string');
	});

	it('show dimensions that have places alone, and say which are left out', async () => {
		const { report, scenes, slides } = await slidesIn('en');
		const { model } = slides.find(({ of }) => of === 'dimensions')!;
		if (model.kind !== 'dimensions') throw new Error('no picture of dimensions');
		const named = (dimension: Dimension) => say('en', `terms.dimensions.${dimension}.name`);
		const drawn = DIMENSIONS.filter((dimension) => dimension !== 'candour');
		expect(model.rows.map(({ name }) => name)).toEqual(drawn.map(named));
		expect(model.rows.map(({ said }) => said)).toEqual(
			drawn.map((dimension) => (dimension === 'pull' ? 'nearly everybody' : ''))
		);
		expect(model.notes.join()).toContain(named('candour'));
		const few = { kind: 'few' } as const;
		const dimensions = { strings: few, pull: few, filter: few, candour: few };
		const none = slidesOf(
			{ ...report, groupPicture: { ...groupPicture, dimensions, splits: [] } },
			scenes,
			new I18n(() => 'en')
		);
		expect(none.at(-1)?.of).toBe('string');
	});

	it('name the three scenes that split a room most, in their order', async () => {
		const { scenes, slides } = await slidesIn('en');
		const { model } = slides.find(({ of }) => of === 'splits')!;
		const titles = (['dealer-host', 'warm-introduction', 'thin-post'] as const).map((id) => scenes[id].title);
		expect(model).toMatchObject({ kind: 'splits', scenes: titles });
	});

	it('say that people are made up, on every one', async () => {
		for (const rehearsal of [true, false]) {
			const { slides } = await slidesIn('en', { rehearsal });
			for (const { model } of slides) expect(model.source.includes('made-up')).toBe(rehearsal);
		}
	});

	it('tell no length where nearly everybody chose alike', async () => {
		const { slides } = await slidesIn('en');
		const models = slides.flatMap(({ model }) => (model.kind === 'scene' ? [model] : []));
		const alike = models.filter(({ bars }) => 'nearlyAll' in bars.chosen);
		expect(alike.length).toBeGreaterThan(0);
		for (const { rows } of alike) expect(rows.map(({ said }) => said).join('')).not.toMatch(/\d/);
	});

	it('are drawn upon paper from edge to edge', async () => {
		const { slides } = await slidesIn('en');
		const pixels = drawn(slides[0]!.model).data();
		const corner = `#${Buffer.from(pixels.slice(0, 3)).toString('hex')}`;
		expect(corner).toBe(CARD_PALETTES.light.paper);
	});
});

it.each(LANGUAGES)('words of a host stay on the picture and turn nothing round, in %s', async (language) => {
	const { scenes, report } = await slidesIn(language);
	const own = v.parse(ToAskSchema, { schemaVersion: 1, scenes: HOSTILE_SCENES });
	const pictures = own.map(({ id }) => ({
		...{ scene: id, number: null, dimension: null, picture: shares, guesses: shares },
		...{ again: askedAgain, frequencies: null }
	}));
	const splits = own.map(({ id }) => ({ scene: id, split: 0.5 }));
	const slides = slidesOf(
		{ ...report, scenes: pictures, groupPicture: { ...groupPicture, splits } },
		withOwnScenes(scenes, own, language),
		new I18n(() => language)
	);
	expect(slides.map(({ name }) => name)).toContain('03-own-turn');
	for (const { name, model } of slides) {
		for (const { lines, leading, x, y, width, align } of layOutSlide(measure, model).texts) {
			const left = align === 'left' ? x : x - width;
			expect(left, name).toBeGreaterThanOrEqual(0);
			expect(left + width, name).toBeLessThanOrEqual(SLIDE_SIZE.width);
			expect(y + lines.length * leading, name).toBeLessThanOrEqual(SLIDE_SIZE.height);
			for (const line of lines) {
				expect(line, name).not.toMatch(/[\u202a-\u202e\u2066\u2067\u200b]/);
			}
			const text = lines.join(' ');
			for (let at = text.indexOf(TURNING); at >= 0; at = text.indexOf(TURNING, at + 1)) {
				const before = text.slice(0, at);
				expect(before.lastIndexOf('\u2068'), text).toBeGreaterThan(before.lastIndexOf('\u2069'));
			}
		}
		drawn(model);
	}
});
