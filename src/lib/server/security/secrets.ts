import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { PASS_LENGTH, SECRET_PATTERN } from '../../protocol';
import { toBase32 } from '../../result/base32';

/** Bytes of a key or token: 144 bits, 24 characters. */
const BYTES = 18;

export function makeSecret(): string {
	return randomBytes(BYTES).toString('base64url');
}

export function isSecret(text: string): boolean {
	return SECRET_PATTERN.test(text);
}

/** Returns what is stored of a secret. A secret has too many bits to be guessed from it, so no salt is needed. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** Compares in constant time. */
export function matches(secret: string, hash: string): boolean {
	return timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), Buffer.from(hash, 'hex'));
}

/**
 * Returns the pass of a workshop's join link. It follows from the hash of the host's key, which never leaves the server,
 * so that nothing more is stored, and every process knows it, after a restart too.
 */
export function passOf(hostHash: string, code: string): string {
	const mac = createHmac('sha256', hostHash).update(`join ${code}`).digest();
	return toBase32(mac.readBigUInt64BE() >> BigInt(64 - 5 * PASS_LENGTH), PASS_LENGTH);
}

/** Returns an unpredictable whole number from 0 up to but not including `below`. */
export function randomBelow(below: number): number {
	return randomInt(below);
}
