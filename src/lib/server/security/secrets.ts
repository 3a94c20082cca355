import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { SECRET_PATTERN } from '../../protocol';

/** Bytes of a key or token: 144 bits, 24 characters. */
const BYTES = 18;

/** A key that nobody guesses, from the characters of base64url. */
export function makeSecret(): string {
	return randomBytes(BYTES).toString('base64url');
}

/** Whether a string from outside has the form of a secret of ours. */
export function isSecret(text: string): boolean {
	return SECRET_PATTERN.test(text);
}

/** What is kept of a secret. It has too many bits to be found again from this, so no salt is needed. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret is the one that was hashed; how long it takes says nothing about where they differ. */
export function matches(secret: string, hash: string): boolean {
	return timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), Buffer.from(hash, 'hex'));
}

/** A whole number from 0 up to but not including `below`, evenly and not to be foreseen. */
export function randomBelow(below: number): number {
	return randomInt(below);
}
