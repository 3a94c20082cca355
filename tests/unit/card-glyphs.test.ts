import { createCanvas } from '@napi-rs/canvas';
import * as fontkit from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { CARD_SHAPES } from '../../src/lib/address';
import { CARD_FACES, layOutCard } from '../../src/lib/card';
import { LANGUAGES, recordOf } from '../../src/lib/languages';
import { FONT_FILES, registerFonts } from '../../src/lib/server/card/fonts';
import { cardsIn } from './cards';

registerFonts();

const { resolve } = createRequire(import.meta.url);
const css = readFileSync(new URL('../../src/lib/styles/fonts.css', import.meta.url), 'utf8');

/** What may stand in an address, and in a score. */
const ALWAYS = 'abcdefghijklmnopqrstuvwxyz0123456789.:-[]';

/** The code points that `unicode-range` lets a browser take from a file. */
function rangeOf(file: string): (codePoint: number) => boolean {
	const rule = css.slice(css.indexOf(file));
	const ranges = rule.slice(0, rule.indexOf('}')).matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g);
	const pairs = Array.from(
		ranges,
		([, from = '', to = from]) => [parseInt(from, 16), parseInt(to, 16)] as const
	);
	return (codePoint) => pairs.some(([from, to]) => from <= codePoint && codePoint <= to);
}

/** What each family has, by the tables of the files themselves: the machine's own fonts are not asked. */
const glyphs = new Map<string, Set<number>>();
for (const [family, file] of FONT_FILES) {
	const font = fontkit.openSync(resolve(file)) as fontkit.Font;
	const held = font.characterSet.filter(rangeOf(file));
	glyphs.set(family, new Set([...(glyphs.get(family) ?? []), ...held]));
}

/** The characters of a text that no bundled font of this stack can write. */
function missing(text: string, stack: string): string[] {
	const families = stack.split(',').map((family) => family.trim().replace(/^'|'$/g, ''));
	const sets = families.flatMap((family) => glyphs.get(family) ?? []);
	return [...new Set(text)].filter(
		(character) => !sets.some((set) => set.has(character.codePointAt(0) ?? 0))
	);
}

/** Everything that our own words on a card can be, by the fonts that write it. */
async function textsIn(language: (typeof LANGUAGES)[number]): Promise<Map<string, string>> {
	const measure = createCanvas(1, 1).getContext('2d') as unknown as CanvasRenderingContext2D;
	const texts = new Map<string, string>();
	for (const shape of CARD_SHAPES) {
		for await (const [, model] of cardsIn(language, shape)) {
			if (model.words.name) break;
			for (const { face, lines } of layOutCard(measure, model).texts)
				texts.set(face.family, (texts.get(face.family) ?? ALWAYS) + lines.join(' '));
		}
	}
	return texts;
}

describe.each(LANGUAGES)('on the cards in %s', (language) => {
	it('every character has a glyph in a font that we bring along', async () => {
		const texts = await textsIn(language);
		const { sans, serif } = CARD_FACES[recordOf(language).script];
		expect(new Set(texts.keys())).toEqual(new Set([sans, serif, CARD_FACES.latin.sans]));
		for (const [stack, text] of texts) {
			expect(new Set(text).size).toBeGreaterThan(40);
			expect(missing(text, stack), stack).toEqual([]);
		}
	});
});

describe('the test itself', () => {
	const stacks = Object.values(CARD_FACES).flatMap(({ sans, serif }) => [sans, serif]);

	it.each(stacks)('knows what %s lacks', (stack) => {
		for (const character of ['◌', '漢', 'Ж', 'א', '🎈', 'ก', '\u2068'])
			expect(missing(`Between ${character} and`, stack)).toEqual([character]);
	});

	it.each(stacks)('knows what %s has', (stack) => {
		expect(missing('¿«Él» “es” – así’…? ¡100 %!\u00a0ñ', stack)).toEqual([]);
		expect(missing('«بلا خيوط»، وعلى الأرجح؟ يُرد؛', stack)).toEqual([]);
	});

	it('counts no font that is not in the stack', () => {
		expect(missing('خ', 'Atkinson, sans-serif')).toEqual(['خ']);
	});
});
