import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET } from './base32';
import { CODE_LENGTH, MAX_CODE_LENGTH, seal, unseal } from './seal';

const payloads = fc.bigInt({ min: 0n, max: 2n ** 65n - 1n });

/** Ends, neighbours of the modulus, and a spread of others. */
const samples = [
	0n,
	1n,
	1048572n,
	1048573n,
	2n ** 64n,
	2n ** 65n - 1n,
	0x0a3c59f17e2bd48n,
	0x1234567890abcdef0n
].map(seal);

const replaced = (code: string, at: number, character: string) =>
	code.slice(0, at) + character + code.slice(at + 1);

function* substitutions(code: string) {
	for (let at = 0; at < code.length; at++) {
		for (const character of ALPHABET) {
			if (character !== code[at]) yield replaced(code, at, character);
		}
	}
}

function* swaps(code: string) {
	for (let at = 0; at + 1 < code.length; at++) {
		const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
		if (swapped !== code) yield swapped;
	}
}

describe('a sealed code', () => {
	it('has 18 characters that need no escaping, the first of them the version', () => {
		expect(CODE_LENGTH).toBe(18);
		expect(CODE_LENGTH).toBeLessThanOrEqual(MAX_CODE_LENGTH);
		fc.assert(
			fc.property(payloads, (payload) => {
				expect(seal(payload)).toMatch(/^1[0-9a-hjkmnp-tv-z]{17}$/);
			})
		);
	});

	it('opens again', () => {
		fc.assert(
			fc.property(payloads, (payload) => {
				const code = seal(payload);
				expect(unseal(code)).toEqual({ ok: true, payload, code });
			})
		);
	});

	it('takes version and payload modulo the prime', () => {
		// Worked out apart: 32^13 mod 1048573 is 864.
		expect(seal(0n)).toBe('1000000000000000v0');
		expect(seal(1n)).toBe('1000000000000100v1');
	});

	it('refuses a payload of more than 65 bits', () => {
		expect(() => seal(2n ** 65n)).toThrow(RangeError);
	});
});

describe('a slip in copying', () => {
	it.each(samples)('of one character is caught, wherever and whichever: %s', (code) => {
		const opened = [...substitutions(code)].filter((slip) => unseal(slip).ok);
		expect(opened).toEqual([]);
		expect([...substitutions(code)]).toHaveLength(18 * 31);
	});

	it.each(samples)('that swaps two neighbours is caught: %s', (code) => {
		expect([...swaps(code)].filter((slip) => unseal(slip).ok)).toEqual([]);
		expect([...swaps(code)].length).toBeGreaterThan(0);
	});

	it('is caught in any code', () => {
		fc.assert(
			fc.property(payloads, (payload) => {
				const slips = [...substitutions(seal(payload)), ...swaps(seal(payload))];
				expect(slips.filter((slip) => unseal(slip).ok)).toEqual([]);
			}),
			{ numRuns: 25 }
		);
	});

	it('is called a slip, or another version where it hits the first character', () => {
		const code = samples[7]!;
		expect(unseal(replaced(code, 5, code[5] === 'z' ? 'y' : 'z'))).toEqual({ ok: false, reason: 'checksum' });
		expect(unseal(replaced(code, 17, code[17] === 'z' ? 'y' : 'z'))).toEqual({
			ok: false,
			reason: 'checksum'
		});
		expect(unseal(replaced(code, 0, '2'))).toEqual({ ok: false, reason: 'version' });
	});
});

describe('unseal', () => {
	it('reads any case and the look-alikes, and gives back the canonical code', () => {
		const lookAlikes: Record<string, string[]> = { 0: ['0', 'o', 'O'], 1: ['1', 'i', 'I', 'l', 'L'] };
		const spellings = payloads.chain((payload) => {
			const code = seal(payload);
			const spelling = fc.tuple(
				...[...code].map((c) => fc.constantFrom(...(lookAlikes[c] ?? [c, c.toUpperCase()])))
			);
			return fc.tuple(
				fc.constant(code),
				spelling.map((characters) => characters.join(''))
			);
		});
		fc.assert(
			fc.property(spellings, ([code, spelling]) => {
				expect(unseal(spelling)).toMatchObject({ ok: true, code });
			})
		);
	});

	it.each([
		['', 'malformed'],
		['1', 'short'],
		[samples[0]!.slice(0, -1), 'short'],
		[samples[0]! + '0', 'malformed'],
		[' ' + samples[0]!, 'malformed'],
		[samples[0]!.replace('1', 'u'), 'malformed'],
		['1'.repeat(25), 'malformed'],
		['2'.repeat(25), 'malformed'],
		['2'.repeat(24), 'version'],
		['9', 'version']
	])('%j is %s', (text, reason) => {
		expect(unseal(text)).toEqual({ ok: false, reason });
	});
});
