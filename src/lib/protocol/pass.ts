import { canonicalBase32 } from '../result/base32';

/** Characters of a pass, 40 bits in Crockford's base 32. */
export const PASS_LENGTH = 8;

/** Returns the pass that somebody came with, as we write it; null for what can be none. */
export function readPass(text: string | null | undefined): string | null {
	return text?.length === PASS_LENGTH ? canonicalBase32(text) : null;
}

/** Returns an address of a workshop with the pass in it, for whoever has one. */
export function withPass(address: string, pass: string | null | undefined): string {
	return pass ? `${address}?pass=${pass}` : address;
}
