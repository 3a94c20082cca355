/** Crockford's alphabet in lower case: no i, l, o, which look like digits, and no u. Digits sort as they count. */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A number from 0 on as exactly `length` characters, most significant first. */
export function toBase32(value: bigint, length: number): string {
	let text = '';
	let rest = value;
	for (let i = 0; i < length; i++) {
		text = ALPHABET.charAt(Number(rest % 32n)) + text;
		rest /= 32n;
	}
	if (rest !== 0n) throw new RangeError(`${value} does not fit into ${length} characters`);
	return text;
}

/** The number that canonical characters stand for. */
export function fromBase32(text: string): bigint {
	let value = 0n;
	for (const character of text) value = value * 32n + BigInt(ALPHABET.indexOf(character));
	return value;
}

/**
 * The one way to write what somebody typed or a program upper-cased: lower case, o read as 0, i and l as 1.
 * Null when a character is no digit of the alphabet, or there are none.
 */
export function canonicalBase32(text: string): string | null {
	// Only ASCII may pass: lower-casing the Kelvin sign, for one, gives an innocent k.
	if (!/^[0-9a-tv-z]+$/i.test(text)) return null;
	return text.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
