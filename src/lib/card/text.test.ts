import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { charactersOf } from './pieces';
import { isolated } from '../languages/isolated';
import { fitText as fit, type Measure, type TextBox } from './text';

const fitText = (font: Measure, text: string, box: TextBox, language = 'en') =>
	fit(font, text, { weight: 400, family: 'Made-up' }, box, language);

/** A font whose letters differ in width and are kerned: a text is not as wide as its letters together. */
class MadeUpFont implements Measure {
	font = '';

	measureText(text: string): TextMetrics {
		const size = Number(/([\d.]+)px/.exec(this.font)?.[1]);
		const characters = charactersOf(text);
		const own = characters.map((character) => 0.3 + ((character.codePointAt(0) ?? 0) % 7) / 10);
		const kerning = Math.max(0, characters.length - 1) * 0.05;
		return { width: size * (own.reduce((sum, one) => sum + one, 0) - kerning) } as TextMetrics;
	}

	widthOf(text: string, size: number): number {
		this.font = `${size}px`;
		return this.measureText(text).width;
	}
}

const letters = {
	latin: 'abcdefghijklmnopqrstuvwxyzÁÑß’',
	arabic: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
	hebrew: 'אבגדהוזחטיכלמנסעפצקרשת'
};
const emoji = ['👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '🇨🇱', '❤️', '🧑🏿‍🚀', 'é', 'षि'];
const letter = fc.constantFrom(...Object.values(letters).join(''), ...emoji);
const word = fc.array(letter, { minLength: 1, maxLength: 14 }).map((all) => all.join(''));
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
/** Whatever somebody may type into a field of forty characters. */
const name = fc
	.oneof(words, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
	.map((text) => text.slice(0, 40));

/** A text without what a line break adds or takes away. */
const plain = (text: string) => text.replace(/[ -]/g, '');

const box = fc
	.record({
		width: fc.integer({ min: 60, max: 1200 }),
		lines: fc.integer({ min: 1, max: 3 }),
		smallest: fc.integer({ min: 10, max: 40 }),
		more: fc.integer({ min: 0, max: 80 })
	})
	.map(({ more, ...rest }) => ({ ...rest, largest: rest.smallest + more }));

describe('a text in its box', () => {
	it('never sticks out of it, in no line', () => {
		fc.assert(
			fc.property(fc.oneof(words, name), box, (text, box) => {
				const font = new MadeUpFont();
				const { lines, size } = fitText(font, text, box);
				expect(lines.length).toBeLessThanOrEqual(box.lines);
				expect(size).toBeGreaterThanOrEqual(box.smallest);
				expect(size).toBeLessThanOrEqual(box.largest);
				for (const line of lines) {
					if (!line.startsWith('…')) expect(font.widthOf(line, size)).toBeLessThanOrEqual(box.width);
				}
			})
		);
	});

	it('says all of it, or a beginning that ends between two characters', () => {
		fc.assert(
			fc.property(words, box, (text, box) => {
				const { lines, size, harm } = fitText(new MadeUpFont(), text, box);
				const shown = lines.join(' ');
				if (harm === 0) {
					expect(shown).toBe(text);
					return;
				}
				expect(size).toBe(box.smallest);
				const kept = plain(shown);
				if (harm < 3) {
					expect(kept).toBe(plain(text));
					return;
				}
				expect(shown).toMatch(/…$/);
				const beginning = kept.slice(0, -1);
				expect(plain(text).startsWith(beginning)).toBe(true);
				expect(charactersOf(plain(text)).slice(0, charactersOf(beginning).length).join('')).toBe(beginning);
			})
		);
	});

	it('is cut only where no line is left, and as late as can be', () => {
		fc.assert(
			fc.property(words, box, (text, box) => {
				const font = new MadeUpFont();
				const { lines, harm } = fitText(font, text, box);
				if (harm < 3 || lines.some((line) => line === '…')) return;
				expect(lines).toHaveLength(box.lines);
				const all = charactersOf(plain(text));
				const kept = charactersOf(plain(lines.join('').slice(0, -1))).length;
				const last = lines.at(-1)?.slice(0, -1) ?? '';
				const [next = '', after = ''] = all.slice(kept);
				// A space at the end is not worth a character.
				const longer = [`${last}${next}…`, `${last} ${next}…`, `${last}${next}${after}…`];
				expect(Math.max(...longer.map((line) => font.widthOf(line, box.smallest)))).toBeGreaterThan(
					box.width
				);
			})
		);
	});

	it('is not cut where it fits at the smallest size, which is no whole number of steps away', () => {
		const text = 'a a a aaaa aa aaaaaaa';
		const { lines, size } = fitText(new MadeUpFont(), text, {
			width: 177,
			lines: 1,
			smallest: 10,
			largest: 43
		});
		expect([lines, size]).toEqual([[text], 10]);
	});

	it('is as large as it can be', () => {
		fc.assert(
			fc.property(words, box, (text, box) => {
				const { size } = fitText(new MadeUpFont(), text, box);
				if (size + 2 > box.largest) return;
				expect(fitText(new MadeUpFont(), text, { ...box, smallest: size + 2 }).harm).toBeGreaterThan(0);
			})
		);
	});

	it('is not broken at a no-break space', () => {
		const text = 'Between Open\u00a0dealer and Value\u00a0led';
		const { lines } = fitText(new MadeUpFont(), text, {
			width: 300,
			lines: 9,
			largest: 40,
			smallest: 40
		});
		expect(lines.length).toBeGreaterThan(1);
		expect(lines.flatMap((line) => line.split(' '))).toEqual(text.split(' '));
	});

	describe.each([
		['ja', '価値で決める人と駆け引きをする人のあいだ、どちらとも言えません'],
		['zh', '在公开交易与只看价值之间，你的答案挂在哪里？'],
		['th', 'ระหว่างการตกลงกันอย่างเปิดเผยกับการตัดสินใจด้วยคุณค่า'],
		['km', 'រវាងការចរចាដោយបើកចំហនិងការសម្រេចចិត្តតាមតម្លៃ']
	])('in %s, which puts no spaces between words,', (language, text) => {
		it('is broken between words, and never before a mark that ends them', () => {
			const ends = new Set([0]);
			for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
				ends.add(index + segment.length);
			for (const width of [220, 300, 420]) {
				const { lines, harm } = fitText(
					new MadeUpFont(),
					text,
					{ width, lines: 12, largest: 40, smallest: 20 },
					language
				);
				expect(harm).toBe(0);
				expect(lines.length).toBeGreaterThan(1);
				expect(lines.join('')).toBe(text);
				let end = 0;
				for (const line of lines) {
					expect(line).not.toMatch(/^[、。，？ー]/);
					expect(ends).toContain((end += line.length));
				}
			}
		});
	});

	it('is hyphenated where a soft hyphen allows it, and only where a word is too long for its line', () => {
		const text = 'Wert\u00adschätzungs\u00adgesell\u00adschaft im Gespräch';
		const fits = (width: number) =>
			fitText(new MadeUpFont(), text, { width, lines: 4, largest: 40, smallest: 30 }, 'de');
		expect(fits(2000)).toMatchObject({ lines: ['Wertschätzungsgesellschaft im Gespräch'], harm: 0 });
		const narrow = fits(420);
		expect(narrow.harm).toBe(1);
		expect(narrow.lines.length).toBeGreaterThan(1);
		expect(narrow.lines.join('')).not.toContain('\u00ad');
		const parts = ['Wert-', 'schätzungs-', 'gesell-', 'schaft', 'im', 'Gespräch'];
		for (const line of narrow.lines.slice(0, -1))
			expect(parts.some((part) => line.endsWith(part))).toBe(true);
		expect(plain(narrow.lines.join(''))).toBe('WertschätzungsgesellschaftimGespräch');
	});

	it('is broken anywhere before it is cut, with a hyphen where its letters stand one by one', () => {
		const range = { width: 300, lines: 6, largest: 40, smallest: 40 };
		const german = fitText(new MadeUpFont(), 'Aufmerksamkeitsökonomie', range, 'de');
		expect(german).toMatchObject({ harm: 2 });
		expect(german.lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
		const arabic = fitText(new MadeUpFont(), 'استقلالياتهم'.repeat(3), range, 'ar');
		expect(arabic).toMatchObject({ harm: 2 });
		expect(arabic.lines.join('')).toBe('استقلالياتهم'.repeat(3));
	});

	it('parts a compound at its own hyphen without adding one', () => {
		const range = { width: 260, lines: 3, largest: 40, smallest: 40 };
		expect(fitText(new MadeUpFont(), 'value-driven', range).lines).toEqual(['value-', 'driven']);
	});

	it('has lines of like length, with no lone word at the end', () => {
		const font = new MadeUpFont();
		const text = 'aa aa aa aa aa aa aa aa aa';
		const width = font.widthOf('aa aa aa aa aa aa aa aa', 40);
		const { lines } = fitText(font, text, { width, lines: 2, largest: 40, smallest: 40 });
		expect(lines.map((line) => line.length)).toEqual([14, 11]);
	});

	it.each([
		['a host', 'a'.repeat(8_000)],
		['words', 'aa '.repeat(8_000)],
		['emoji', '👩‍👩‍👧‍👦'.repeat(2_000)],
		['one character', `a${'\u0301'.repeat(8_000)}`],
		['an isolated name', isolated('a'.repeat(8_000))]
	])('is measured a bounded number of times, and never whole, where %s is long', (_what, text) => {
		const font = new MadeUpFont();
		const measured = vi.spyOn(font, 'measureText');
		const { lines } = fitText(font, text, { width: 400, lines: 1, largest: 80, smallest: 10 });
		expect(lines.join(' ')).toMatch(/…\u2069?$/);
		expect(measured.mock.calls.length).toBeLessThan(500);
		for (const [part] of measured.mock.calls) expect(part.length).toBeLessThan(310);
	});

	it('leaves the font at the size that it gives', () => {
		fc.assert(
			fc.property(words, box, (text, box) => {
				const font = new MadeUpFont();
				expect(fitText(font, text, box).size).toBe(Number(/([\d.]+)px/.exec(font.font)?.[1]));
			})
		);
	});
});

const FSI = '\u2068';
const PDI = '\u2069';
const TURNS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

describe('a name', () => {
	it('stands by itself, and can turn nothing round', () => {
		const odd = fc.constantFrom(
			'\u202e',
			'\u202d',
			'\u2066',
			'\u2067',
			'\u2068',
			'\u2069',
			'\n',
			'\0',
			'\u0085'
		);
		const typed = fc.array(fc.oneof(letter, odd, fc.constant(' ')), { maxLength: 40 });
		fc.assert(
			fc.property(
				fc.oneof(
					typed.map((all) => all.join('')),
					name
				),
				(text) => {
					const safe = isolated(text);
					expect([safe[0], safe.at(-1)]).toEqual([FSI, PDI]);
					expect(safe.slice(1, -1)).not.toMatch(TURNS);
				}
			)
		);
	});

	it.each(['Ana', 'أحمد', 'רות', '名前', '👩‍👩‍👧‍👦 Wójcik', '🏳️‍🌈', 'J\u200dR', 'علی\u200cرضا'])(
		'%s stays what it is',
		(name) => {
			expect(isolated(` ${name} `)).toBe(FSI + name + PDI);
		}
	);

	it('of forty characters stays isolated when it is cut', () => {
		fc.assert(
			fc.property(name, box, (text, box) => {
				const { lines } = fitText(new MadeUpFont(), isolated(text), { ...box, lines: 1 });
				expect(lines).toHaveLength(1);
				const [line = ''] = lines;
				if (line.startsWith('…')) return;
				expect([line[0], line.split(FSI).length]).toEqual([FSI, 2]);
				expect(line.split(PDI)).toHaveLength(2);
			})
		);
	});
});
