import { canonicalBase32, fromBase32, toBase32 } from './base32';

/*
 * A code is written  v ppppppppppppp cccc : one character of version, thirteen of payload, four of checksum.
 *
 * The checksum is the number written by version and payload, modulo the prime P = 2^20 - 3. Why a prime:
 * - One wrong character, at place i from the right, changes the number by d * 32^i with 0 < |d| < 32. P shares
 *   no factor with d or with 32, so the remainder changes.
 * - Two neighbours a and b that change places change it by (a - b) * 31 * 32^i: again no factor P.
 * - Where the neighbours are the last character of the payload and the first of the checksum, the number changes
 *   by b - a and the checksum by (a - b) * 32^3. To agree, (a - b) * 32769 would have to be a multiple of P; but
 *   a prime above both factors divides neither.
 * - A slip within the checksum alone leaves the number, and so the checksum it ought to have, as they were.
 * A modulus like 2^20 would miss all but the last four characters. Any other damage goes unnoticed about once in
 * a million. It guards against slips, not against intent: anybody may compute it.
 */

export const VERSION = '1';
const PRIME = 1048573n;
const PAYLOAD_LENGTH = 13;
const CHECKSUM_LENGTH = 4;

export const CODE_LENGTH = VERSION.length + PAYLOAD_LENGTH + CHECKSUM_LENGTH;

/** The longest that a code of any version may be; whatever is longer is not looked at. */
export const MAX_CODE_LENGTH = 24;

export type SealFault = 'malformed' | 'version' | 'checksum';
export type Unsealed = { ok: true; payload: bigint; code: string } | { ok: false; reason: SealFault };

/** The canonical code of a payload of up to 65 bits; a RangeError for a larger one. */
export function seal(payload: bigint): string {
	const body = VERSION + toBase32(payload, PAYLOAD_LENGTH);
	return body + toBase32(checksumOf(body), CHECKSUM_LENGTH);
}

/**
 * The payload of a code from outside and its canonical spelling. Never throws.
 * `malformed`: no code at all; `version`: perhaps one, but of another version; `checksum`: a slip in copying.
 */
export function unseal(text: string): Unsealed {
	const code = text.length > MAX_CODE_LENGTH ? null : canonicalBase32(text);
	if (code === null) return { ok: false, reason: 'malformed' };
	// Before the length, which another version may have changed.
	if (!code.startsWith(VERSION)) return { ok: false, reason: 'version' };
	if (code.length !== CODE_LENGTH) return { ok: false, reason: 'malformed' };
	const body = code.slice(0, -CHECKSUM_LENGTH);
	if (fromBase32(code.slice(-CHECKSUM_LENGTH)) !== checksumOf(body)) return { ok: false, reason: 'checksum' };
	return { ok: true, payload: fromBase32(body.slice(VERSION.length)), code };
}

function checksumOf(body: string): bigint {
	return fromBase32(body) % PRIME;
}
