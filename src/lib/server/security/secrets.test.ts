import { describe, expect, it } from 'vitest';
import { hashOf, isSecret, makeSecret, matches, passOf, randomBelow } from './secrets';

describe('a secret', () => {
	it('has 144 bits, never the same twice', () => {
		const secrets = Array.from({ length: 1_000 }, makeSecret);
		expect(new Set(secrets).size).toBe(1_000);
		for (const secret of secrets) {
			expect(Buffer.from(secret, 'base64url')).toHaveLength(18);
			expect(isSecret(secret)).toBe(true);
		}
	});

	it.each(['', 'x'.repeat(23), 'x'.repeat(25), `${'x'.repeat(23)}=`, `${'x'.repeat(24)}\n`, 'é'.repeat(24)])(
		'is not what %j is',
		(text) => {
			expect(isSecret(text)).toBe(false);
		}
	);

	it('is stored as its SHA-256, in hexadecimal', () => {
		expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});

	it('matches its own hash alone', () => {
		const [secret, other] = [makeSecret(), makeSecret()];
		expect(matches(secret, hashOf(secret))).toBe(true);
		expect(matches(other, hashOf(secret))).toBe(false);
		expect(matches(hashOf(secret), hashOf(secret))).toBe(false);
		expect(matches('', hashOf(secret))).toBe(false);
	});
});

describe('the pass of a join link', () => {
	it('is the same for ever: links that were printed go on', () => {
		expect(passOf(hashOf('abc'), '2C4D6F')).toBe('7bdr3qgw');
	});

	it('is another one for another key and for another workshop', () => {
		const passes = ['abc', 'abd', 'abe'].flatMap((key) =>
			['2C4D6F', '2C4D6G'].map((code) => passOf(hashOf(key), code))
		);
		expect(new Set(passes).size).toBe(passes.length);
		for (const pass of passes) expect(pass).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
	});
});

describe('a number drawn below another one', () => {
	it('is each of them about as often', () => {
		const counts = [0, 0, 0];
		for (let i = 0; i < 3_000; i++) (counts[randomBelow(3)] as number) += 1;
		expect(counts).toHaveLength(3);
		for (const count of counts) expect(count).toBeGreaterThan(800);
	});
});
