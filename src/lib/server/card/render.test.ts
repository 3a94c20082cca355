import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CARD_SHAPES, CARD_THEMES } from '$lib/address';
import { CARD_PALETTES, CARD_SIZES } from '$lib/card';
import { cardSaying } from './card.fixture';
import { FONT_FILES } from './fonts';
import { indexedColours } from './indexed-palette';
import { pixelsOf, renderCard } from './render';

const variants = CARD_SHAPES.flatMap((shape) => CARD_THEMES.map((theme) => ({ shape, theme })));

const ARABIC = { direction: 'rtl', script: 'arabic', language: 'ar' } as const;

describe('the picture', () => {
	it.each(variants)('$shape $theme is a PNG of that size, and small', async (variant) => {
		const png = renderCard(cardSaying('Between Open-handed and Value-led', variant));
		const { format, width, height } = await sharp(png).metadata();
		expect({ format, width, height }).toEqual({ format: 'png', ...CARD_SIZES[variant.shape] });
		expect(png.length).toBeLessThan(100 * 1024);
	});

	it.each(variants)('$shape $theme looks as it was drawn, though in fewer colours', async (variant) => {
		const model = cardSaying('Between Open-handed and Value-led', variant);
		const drawn = pixelsOf(model);
		const sent = await sharp(renderCard(model)).ensureAlpha().raw().toBuffer();
		expect(sent.length).toBe(drawn.length);
		let sum = 0;
		let worst = 0;
		for (const [i, value] of drawn.entries()) {
			const difference = Math.abs(value - (sent[i] as number));
			sum += difference;
			worst = Math.max(worst, difference);
		}
		expect(sum / drawn.length).toBeLessThan(0.1);
		expect(worst).toBeLessThan(64);
	});

	it('is the same each time', () => {
		const model = cardSaying('بين الكرم والقيمة', ARABIC);
		expect(renderCard(model)).toEqual(renderCard(model));
	});

	it.each(['🎈👩‍👩‍👧‍👦', '漢字', 'Жук', 'שלום'])(
		'stays as it is around %s, which no bundled font can write',
		(strange) => {
			const { height, width } = CARD_SIZES.wide;
			const below = (headline: string) => pixelsOf(cardSaying(headline)).slice(width * height * 2);
			expect(Buffer.compare(below(strange), below('Filter'))).toBe(0);
		}
	);

	it('follows the words', () => {
		expect(renderCard(cardSaying('Filter'))).not.toEqual(renderCard(cardSaying('Strings')));
		expect(renderCard(cardSaying('كرم', ARABIC))).not.toEqual(renderCard(cardSaying('قيمة', ARABIC)));
	});
});

describe('what the picture is made of', () => {
	it('are the fonts of the page', () => {
		const css = readFileSync(new URL('../../styles/fonts.css', import.meta.url), 'utf8');
		const faces = css.matchAll(/font-family: '(.+)';[^}]*?url\('(.+?)'\)/g);
		expect(FONT_FILES).toEqual(Array.from(faces, ([, family, file]) => [family, file]));
	});

	it.each(CARD_THEMES)('are all colours of the %s theme, unchanged', (theme) => {
		const colours = indexedColours(CARD_PALETTES[theme]).map(
			(ink) => `#${ink.map((part) => part.toString(16).padStart(2, '0')).join('')}`
		);
		const colors = Object.values(CARD_PALETTES[theme]).filter((value) => value.startsWith('#'));
		expect(colours).toEqual(expect.arrayContaining(colors));
		expect(colours.length).toBeLessThanOrEqual(256);
	});
});
