import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { PASS_LENGTH, SECRET_PATTERN } from '../../protocol';
import { toBase32 } from '../../result/base32';

const SECRET_BYTES = 18;

export function makeSecret(): string {
	return randomBytes(SECRET_BYTES).toString('base64url');
}

export function isSecret(text: string): boolean {
	return SECRET_PATTERN.test(text);
}

/** Hashes a secret for storing; it has too many bits to need a salt. */
export function hashOf(secret: string): string {
	return hash('sha256', secret);
}

export function matches(secret: string, hash: string): boolean {
	return timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), Buffer.from(hash, 'hex'));
}

/** Derives the pass of a join link from the hash of the host's key, which never leaves the server, so that none is stored. */
export function passOf(hostHash: string, code: string): string {
	const mac = createHmac('sha256', hostHash).update(`join ${code}`).digest();
	return toBase32(mac.readBigUInt64BE() >> BigInt(64 - 5 * PASS_LENGTH), PASS_LENGTH);
}

/** Returns a whole number, 0 <= n < below, that nobody can predict. */
export function randomBelow(below: number): number {
	return randomInt(below);
}
