import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, makeCode, readCode } from './code';

/** Sources of random numbers, every one of which falls some other way. */
const sources = fc
	.infiniteStream(fc.nat({ max: 2 ** 31 - 1 }))
	.map((stream) => (below: number) => stream.next().value! % below);

const codes = sources.map(makeCode);

/** Draws the characters of a text, one after the other. */
const drawing = (text: string) => {
	const characters = [...text];
	return () => CODE_ALPHABET.indexOf(characters.shift() ?? '');
};

describe('the alphabet of codes', () => {
	it('has each character once, and no vowel', () => {
		expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
		expect(CODE_ALPHABET).toMatch(/^[2-9A-Z]+$/);
		expect(CODE_ALPHABET).not.toMatch(/[AEIOUY]/);
	});

	it.each(['0O', '1IL', '2Z', '5S', '6G', '8B', 'UV'])('has at most one of %s', (alike) => {
		expect([...alike].filter((character) => CODE_ALPHABET.includes(character)).length).toBeLessThan(2);
	});
});

describe('makeCode', () => {
	it('gives six characters, a digit among them, and never three letters in a row', () => {
		fc.assert(
			fc.property(codes, (code) => {
				expect(code).toHaveLength(CODE_LENGTH);
				expect([...code].filter((character) => !CODE_ALPHABET.includes(character))).toEqual([]);
				expect(code).toMatch(/\d/);
				expect(code).not.toMatch(/[A-Z]{3}/);
			}),
			{ numRuns: 1000 }
		);
	});

	it('draws anew until a code is no word', () => {
		expect(makeCode(drawing('CDF234' + '23CDFX' + 'XX2XX3'))).toBe('XX2XX3');
		expect(makeCode(drawing('234567'))).toBe('234567');
	});

	it('can give every character', () => {
		const found = new Set(fc.sample(codes, { numRuns: 300, seed: 1 }).join(''));
		expect([...found].sort().join('')).toBe(CODE_ALPHABET);
	});

	it('asks for numbers below the length of the alphabet', () => {
		const asked: number[] = [];
		makeCode((below) => asked.push(below) - 1);
		expect(asked).toEqual(Array(CODE_LENGTH).fill(CODE_ALPHABET.length));
	});
});

describe('readCode', () => {
	it('reads what makeCode made, in either case, with spaces and dashes', () => {
		const gaps = fc.array(fc.constantFrom('', ' ', '-', '–', '—', '.', '_', '\u00A0', '\t', ' - '), {
			minLength: CODE_LENGTH + 1,
			maxLength: CODE_LENGTH + 1
		});
		const cases = fc.array(fc.boolean(), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH });
		fc.assert(
			fc.property(codes, gaps, cases, (code, between, lower) => {
				const typed = [...code].map(
					(character, i) => (between[i] ?? '') + (lower[i] ? character.toLowerCase() : character)
				);
				expect(readCode(typed.join('') + (between[CODE_LENGTH] ?? ''))).toBe(code);
			})
		);
	});

	it.each([
		['x7k2mp', 'X7K2MP'],
		['X7K-2MP', 'X7K2MP'],
		[' x7k 2mp\n', 'X7K2MP'],
		['X7KZMP', 'X7K2MP'],
		['szgbuv', '52' + '68' + 'VV'],
		['Ｘ７Ｋ２ＭＰ', 'X7K2MP'],
		['٢٣٤٥٦٧', '234567'],
		['۲۳۴۵۶۷', '234567'],
		['२६C५२F', '26C52F'],
		['Code: 26C52F', '26C52F'],
		['CODE 26C 52F', '26C52F'],
		['“26C52F”', '26C52F'],
		['*26C52F*', '26C52F'],
		['[26C‑52F].', '26C52F'],
		['26C − 52F', '26C52F'],
		['👉 26C52F 👈🏽', '26C52F'],
		['2️⃣6️⃣c5️⃣2️⃣f', '26C52F'],
		['\u200e26C\u00ad52F\u2069\ufeff', '26C52F'],
		['https://quiz.example/join/26C52F', '26C52F'],
		['https://quiz.example/es/join/26c52f/8f3k2m9q', '26C52F'],
		['http://192.168.1.20:3000/w/26C52F?pass=8f3k2m9q#2', '26C52F'],
		['Not X7K2MP any more: (26C52F)!', '26C52F'],
		['Room 2 at 10:30, 26C52F', '26C52F'],
		['➡️ Código «٢٦c–٥٢f» — quiz.example/w/26C52F.', '26C52F']
	])('reads %j as %s', (typed, code) => expect(readCode(typed)).toBe(code));

	it.each([
		'',
		'X7K2M',
		'X7K2MPX',
		'X7K2M0',
		'X7K2MO',
		'X7K2M1',
		'X7K2MI',
		'X7K2ML',
		'X7K2ME',
		'X7K2MÄ',
		'X7K/2MP',
		'💙💙💙',
		'2345 67 8'
	])('takes %j for none', (typed) => expect(readCode(typed)).toBeNull());

	it('finds the last code in what was pasted, whatever stands around it and within it', () => {
		const signs = [...'.,;:!?"“”«»()[]{}<>*_~`|/\\#@…👉💙', '❤️', '👩🏽‍💻'];
		const unseen = ['\u00ad', '\u200b', '\u200d', '\u200e', '\u2066', '\u2069', '\u2060', '\ufeff', '\ufe0f'];
		const dashes = [...'-‐‑‒–—―⸺〜﹣－', ' ', '\u00a0', '\t', '\n'];
		const zeros = ['0', '\u0660', '\u06f0', '\u0966', '\u0e50', '\uff10'];
		const words = ['Code:', 'join/', 'https://quiz.example/es/w/', 'código', 'الرمز', ' ? ', '(', '*'];
		const some = (of: string[], maxLength: number) =>
			fc.array(fc.constantFrom(...of), { maxLength }).map((parts) => parts.join(''));
		const pasted = fc.record({
			code: codes,
			zero: fc.constantFrom(...zeros),
			lower: fc.boolean(),
			before: fc.tuple(some(words, 2), some([...signs, ...unseen], 4)),
			gaps: fc.array(some([...dashes, ...unseen], 2), {
				minLength: CODE_LENGTH - 1,
				maxLength: CODE_LENGTH - 1
			}),
			after: some([...signs, ...unseen], 4)
		});
		fc.assert(
			fc.property(pasted, ({ code, zero, lower, before, gaps, after }) => {
				const written = [...(lower ? code.toLowerCase() : code)]
					.map((character) =>
						/\d/.test(character)
							? String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(character))
							: character
					)
					.map((character, i) => character + (gaps[i] ?? ''));
				expect(readCode(`${before.join('')} ${written.join('')}${after}`)).toBe(code);
			}),
			{ numRuns: 2_000 }
		);
	});

	it('gives a code or null for any text, and reads its own codes as they are', () => {
		const characters = fc.constantFrom(...CODE_ALPHABET, ...'zsgbuol01-é ß', 'ﬃ', '\uD800', '\u0130');
		const texts = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 60 }),
			fc.string({ unit: characters, maxLength: 10 })
		);
		let read = 0;
		fc.assert(
			fc.property(texts, (text) => {
				const code = readCode(text);
				if (code === null) return;
				read += 1;
				expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`));
				expect(readCode(code)).toBe(code);
			}),
			{ numRuns: 2000 }
		);
		expect(read).toBeGreaterThan(10);
	});

	it('does not read on for ever', () => {
		expect(readCode('X7K2MP' + ' '.repeat(1e6))).toBe('X7K2MP');
		expect(readCode(' '.repeat(1e6) + 'X7K2MP')).toBeNull();
	});
});
