import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, canonicalBase32, fromBase32, toBase32 } from './base32';

describe('base 32', () => {
	it('has 32 different characters without i, l, o and u', () => {
		expect(new Set(ALPHABET).size).toBe(32);
		expect(ALPHABET).not.toMatch(/[ilou]/);
	});

	it('writes the most significant character first', () => {
		expect(toBase32(0n, 3)).toBe('000');
		expect(toBase32(1n, 3)).toBe('001');
		expect(toBase32(32n * 32n * 31n + 10n, 3)).toBe('z0a');
	});

	it('reads back what it wrote', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 2n ** 65n - 1n }), (value) => {
				const text = toBase32(value, 13);
				expect(text).toHaveLength(13);
				expect(fromBase32(text)).toBe(value);
				expect(canonicalBase32(text)).toBe(text);
			})
		);
	});

	it('refuses a number that does not fit', () => {
		expect(toBase32(1023n, 2)).toBe('zz');
		expect(() => toBase32(1024n, 2)).toThrow(RangeError);
	});

	it('reads upper case and look-alikes', () => {
		expect(canonicalBase32('oOiIlLaZ')).toBe('001111az');
	});

	it.each(['', 'u', 'U', 'a b', 'a-b', 'ä', '\u212a', '\u017f', '\u0660', 'ab\n', '😀'])(
		'refuses %j',
		(text) => {
			expect(canonicalBase32(text)).toBeNull();
		}
	);
});
