/** Crockford's in lower case: no i, l, o, which look like digits, and no u. Digits sort as they count. */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** @throws RangeError where the value does not fit */
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

export function fromBase32(text: string): bigint {
	let value = 0n;
	for (const character of text) value = value * 32n + BigInt(ALPHABET.indexOf(character));
	return value;
}

/** The one way to write what somebody typed: lower case, o read as 0, i and l as 1. Null for any other character. */
export function canonicalBase32(text: string): string | null {
	// Only ASCII may pass: lower-casing the Kelvin sign, for one, gives an innocent k.
	if (!/^[0-9a-tv-z]+$/i.test(text)) return null;
	return text.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
