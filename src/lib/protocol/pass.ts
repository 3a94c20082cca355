import { canonicalBase32 } from '../result/base32';

/** Characters of Crockford's base 32: 40 bits. */
export const PASS_LENGTH = 8;

export function readPass(text: string | null | undefined): string | null {
	return text?.length === PASS_LENGTH ? canonicalBase32(text) : null;
}

export function withPass(address: string, pass: string | null | undefined): string {
	return pass ? `${address}?pass=${pass}` : address;
}
