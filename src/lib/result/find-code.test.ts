import fc from 'fast-check';
import { expect, test } from 'vitest';
import { score } from '../scoring';
import { scorable } from '../scoring/answers.arbitrary';
import { decode, encode } from './code';
import { findCode } from './find-code';

const codes = scorable.map(({ form, answers }) => encode(score(answers, form)!));

/** What programs and fingers leave around a code, and within it. */
const noise = fc
	.array(
		fc.constantFrom(
			...['.', ',', ')', '!', ';', '"', '”', '>', '*', '_', '…', '(', '«', '»', '`', '~', '👉', '❤️'],
			...[' ', '\n', '\r\n', '\t', '\u00a0', '\u200b', '\u00ad', '\u200e', '\u2060', '\ufeff'],
			...['-', '‐', '‑', '–', '—', '−', '﹣']
		),
		{ maxLength: 4 }
	)
	.map((parts) => parts.join(''));

test('finds a code with noise around and within it, in either case', () => {
	fc.assert(
		fc.property(
			codes,
			fc.array(noise, { minLength: 19, maxLength: 19 }),
			fc.boolean(),
			(code, gaps, upper) => {
				const written = upper ? code.toUpperCase() : code;
				const text =
					[...written].map((character, i) => (gaps[i] ?? '') + character).join('') + (gaps[18] ?? '');
				expect(findCode(text)).toEqual(decode(code));
			}
		)
	);
});

test('finds the code among words, and the last of two', () => {
	fc.assert(
		fc.property(codes, codes, (first, second) => {
			expect(findCode(`https://quiz.example/result/${first}. Have a look!`)).toEqual(decode(first));
			expect(findCode(`${first} and ${second}`)).toEqual(decode(second));
		})
	);
});

test('finds nothing where decode would not, and says what is wrong with the rest', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
			const found = findCode(text);
			if (found.ok) expect(decode(found.code).ok).toBe(true);
		})
	);
	const code = '10nn7nn3nn7nn3a0pq';
	expect(findCode(`${code.slice(0, -2)}.`)).toEqual({ ok: false, reason: 'short' });
	expect(findCode(`${code}xyz`)).toEqual({ ok: false, reason: 'malformed' });
	expect(findCode(`“${code.replace('3', '4')}”`)).toEqual({ ok: false, reason: 'checksum' });
	const newer = `2${code.slice(1)}`;
	expect(findCode(`“${newer}”`)).toEqual({ ok: false, reason: 'version' });
	expect(findCode(`“${newer.slice(0, -1)}”`)).toEqual({ ok: false, reason: 'malformed' });
	expect(findCode(`${' '.repeat(1e6)}${code}`)).toEqual({ ok: false, reason: 'malformed' });
});
