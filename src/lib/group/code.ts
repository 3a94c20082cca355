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

/** Reads a code as typed: in either case, with spaces or dashes. Null if it is none. */
export function readCode(typed: string): string | null {
	const code = typed
		.slice(0, 40)
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\-–—._]/g, '')
		.replace(/[ZSGBU]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
	return code.length === CODE_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character))
		? code
		: null;
}
