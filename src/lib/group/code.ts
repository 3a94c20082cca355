/** Without vowels, and with one at most of those that look or sound alike (0/O, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V). */
export const CODE_ALPHABET = '23456789CDFHJKMNPQRTVWX';

export const CODE_LENGTH = 6;

const LOOK_ALIKES: Readonly<Record<string, string>> = { Z: '2', S: '5', G: '6', B: '8', U: 'V' };

/** Draws a code that nobody reads as a word. `random` gives whole numbers below its argument, evenly. */
export function makeCode(random: (below: number) => number): string {
	for (;;) {
		const code = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[random(CODE_ALPHABET.length)]).join(
			''
		);
		if (/\d/.test(code) && !/[A-Z]{3}/.test(code)) return code;
	}
}

/** Longest text in which a code is looked for, in characters: a link with a pass, and what an app writes around it. */
export const MAX_TYPED_LENGTH = 300;

/** Ends a run: everything but letters, digits, and what may stand between the characters of a code. */
const BETWEEN_RUNS = /[^\p{L}\p{N}\s\p{Pd}−._]+/u;
const GAPS = /[\s\p{Pd}−._]+/u;

const AS_WRITTEN = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** Reads a code as typed or pasted: in any case and digits, with gaps, in a sentence. The last one counts; null without one. */
export function readCode(typed: string): string | null {
	if (AS_WRITTEN.test(typed)) return typed;
	const text = typed
		.slice(0, MAX_TYPED_LENGTH)
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{M}]/gu, '')
		.replace(/\p{Nd}/gu, asciiDigit)
		.toUpperCase();
	for (const run of text.split(BETWEEN_RUNS).reverse()) {
		const code = lastIn(run.split(GAPS).filter(Boolean));
		if (code) return code;
	}
	return null;
}

/** Returns the last code that neighbouring words make up. One in several is whole only where no digits stand beside it. */
function lastIn(words: readonly string[]): string | null {
	for (let end = words.length; end > 0; end--) {
		let begin = end;
		let length = 0;
		while (begin > 0 && length < CODE_LENGTH) length += words[--begin]?.length ?? 0;
		const beside = (words[begin - 1] ?? '') + (words[end] ?? '');
		if (end - begin > 1 && /\d/.test(beside)) continue;
		const code = words
			.slice(begin, end)
			.join('')
			.replace(/[ZSGBU]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
		if (code.length === CODE_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character)))
			return code;
	}
	return null;
}

/** Unicode keeps the decimal digits of a script in one run, from 0 to 9. */
function asciiDigit(digit: string): string {
	const point = digit.codePointAt(0) ?? 0;
	let zero = point;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return String((point - zero) % 10);
}
