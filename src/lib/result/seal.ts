import { canonicalBase32, fromBase32, toBase32 } from './base32';

/**
 * The checksum is the number that version and payload write, modulo a prime. One wrong character changes that number by
 * d * 32^i with 0 < |d| < 32, two neighbours that change places by (a - b) * 31 * 32^i, or (a - b) * 32769 across the seam:
 * the prime divides none of these. It guards against slips, not against intent.
 */

export const VERSION = '1';
const PRIME = 1048573n;
const PAYLOAD_LENGTH = 13;
const CHECKSUM_LENGTH = 4;

export const CODE_LENGTH = VERSION.length + PAYLOAD_LENGTH + CHECKSUM_LENGTH;

/** The longest that a code of any version may be; whatever is longer is not looked at. */
export const MAX_CODE_LENGTH = 24;

export type SealFault = 'malformed' | 'short' | 'version' | 'checksum';
export type Unsealed = { ok: true; payload: bigint; code: string } | { ok: false; reason: SealFault };

export function seal(payload: bigint): string {
	const body = VERSION + toBase32(payload, PAYLOAD_LENGTH);
	return body + toBase32(checksumOf(body), CHECKSUM_LENGTH);
}

/** `version`: perhaps a code, but of another version; `checksum`: a slip in copying. */
export function unseal(text: string): Unsealed {
	const code = text.length > MAX_CODE_LENGTH ? null : canonicalBase32(text);
	if (code === null) return { ok: false, reason: 'malformed' };
	// Before the length, which another version may have changed.
	if (!code.startsWith(VERSION)) return { ok: false, reason: 'version' };
	if (code.length < CODE_LENGTH) return { ok: false, reason: 'short' };
	if (code.length > CODE_LENGTH) return { ok: false, reason: 'malformed' };
	const body = code.slice(0, -CHECKSUM_LENGTH);
	if (fromBase32(code.slice(-CHECKSUM_LENGTH)) !== checksumOf(body)) return { ok: false, reason: 'checksum' };
	return { ok: true, payload: fromBase32(body.slice(VERSION.length)), code };
}

function checksumOf(body: string): bigint {
	return fromBase32(body) % PRIME;
}
