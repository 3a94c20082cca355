import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, formOf, type Rung } from '../questions';
import { score, type Profile, type Tally } from '../scoring';
import { answered, scorable } from '../scoring/answers.arbitrary';
import { ALPHABET } from './base32';
import { decode, encode } from './code';
import { pack } from './payload';
import { seal } from './seal';

const profiles = scorable.map(({ form, answers }) => score(answers, form)!);

const run: Rung[] = [3, 2, 3, 4, 1, 3, 3, 2, 2, 3, 4, 3, 2, 3, 1, 3, 3, 2, 3, 2];

describe('encode and decode', () => {
	// Frozen: these links are in the world. When one changes, the version has to change too.
	it.each([
		['full', run, '10nn7nn3nn7nn3a0pq'],
		['full', Array<Rung>(20).fill(4), '10pjgpjgpjgpjgkg84'],
		['full', Array<Rung>(16).fill(0), '10m00m00m00400m6x3'],
		['short', run.slice(0, 10), '118mdd0td0p8md6gg6']
	] as const)('keep links to version 1 of the key for ever: %s', (id, choices, code) => {
		const form = formOf(id, 1);
		const profile = score(answered(form, choices), form)!;
		expect(profile.version).toBe(1);
		expect(encode(profile)).toBe(code);
		expect(decode(code)).toEqual({ ok: true, profile, code });
	});

	it.each([
		['full', run, '13nn7nn3nn7nn3a0s8'],
		['full', Array<Rung>(20).fill(4), '13pjgpjgpjgpjgkgan'],
		['short', run.slice(0, 10), '148mdd0td0p8md6gjq'],
		['picked', run.slice(0, 10), '15nn7nn3000000294w']
	] as const)('keep links to version 2 of the key for ever: %s', (id, choices, code) => {
		const form = formOf(id, 2);
		const profile = score(answered(form, choices), form)!;
		expect(profile.version).toBe(2);
		expect(encode(profile)).toBe(code);
		expect(decode(code)).toEqual({ ok: true, profile, code });
	});

	it('give back the profile of any answers', () => {
		fc.assert(
			fc.property(profiles, (profile) => {
				const code = encode(profile);
				expect(code).toHaveLength(18);
				expect(decode(code)).toStrictEqual({ ok: true, profile, code });
				expect(decode(code.toUpperCase())).toStrictEqual({ ok: true, profile, code });
			})
		);
	});

	it('give different tallies different codes', () => {
		fc.assert(
			fc.property(profiles, profiles, (one, other) => {
				const same =
					one.formId === other.formId &&
					one.version === other.version &&
					JSON.stringify(one.tallies) === JSON.stringify(other.tallies);
				expect(encode(one) === encode(other)).toBe(same);
			})
		);
	});

	it('refuse to encode what decode would refuse', () => {
		const profile = score(answered(FORMS.full, run), FORMS.full)!;
		const withFilter = (filter: Tally): Profile => ({ ...profile, tallies: { ...profile.tallies, filter } });
		expect(() => encode(withFilter({ count: 8, sum: 8, sumOfSquares: 8 }))).toThrow(RangeError);
		expect(() => encode(withFilter({ count: 5, sum: 5, sumOfSquares: 6 }))).toThrow(RangeError);
		expect(() => encode(withFilter({ count: 0, sum: 0, sumOfSquares: 0 }))).toThrow(RangeError);
	});
});

describe('decode', () => {
	const twos = (count: number): Tally => ({ count, sum: 2 * count, sumOfSquares: 4 * count });
	const fine = { filter: twos(5), strings: twos(5), pull: twos(5), candour: twos(5) };
	const fewest = { filter: twos(1), strings: twos(5), pull: twos(5), candour: twos(5) };
	const short = { filter: twos(2), strings: twos(3), pull: twos(3), candour: twos(2) };

	it.each([
		['a full run', pack(FORMS.full, fine)],
		['as few answers as the form takes', pack(FORMS.full, fewest)],
		['a short run', pack(FORMS.short, short)]
	])('takes %s', (_, payload) => {
		expect(decode(seal(payload)).ok).toBe(true);
	});

	it.each([
		[
			'odd sum with even squares',
			pack(FORMS.full, { ...fine, pull: { count: 5, sum: 9, sumOfSquares: 20 } })
		],
		['more than five answers', pack(FORMS.full, { ...fine, pull: twos(6) })],
		['too few answers', pack(FORMS.full, { ...fewest, filter: twos(0) })],
		[
			'a count of none with a sum',
			pack(FORMS.full, { ...fine, pull: { count: 0, sum: 1, sumOfSquares: 1 } })
		],
		['more answers than the short form asks', pack(FORMS.short, { ...short, candour: twos(3) })],
		['too few answers in the short form', pack(FORMS.short, { ...short, pull: twos(0) })],
		['a form that nobody knows', pack(FORMS.full, fine) + (3n << 60n)]
	])('calls impossible: %s', (_, payload) => {
		expect(decode(seal(payload))).toEqual({ ok: false, reason: 'impossible' });
	});

	it('never throws, whatever the string, and only takes what encode writes', () => {
		const anything = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.string({ unit: fc.constantFrom(...ALPHABET, 'O', 'I', 'L', 'U', '-'), maxLength: 26 }),
			fc
				.string({ unit: fc.constantFrom(...ALPHABET), minLength: 17, maxLength: 17 })
				.map((rest) => '1' + rest),
			fc.bigInt({ min: 0n, max: 2n ** 65n - 1n }).map(seal),
			profiles.map(encode).map((code) => code.replace(/.$/, '0'))
		);
		const met = new Set<string>();
		fc.assert(
			fc.property(anything, (text) => {
				const decoded = decode(text);
				met.add(decoded.ok ? 'ok' : decoded.reason);
				if (decoded.ok) expect(encode(decoded.profile)).toBe(decoded.code);
			}),
			{ numRuns: 3000 }
		);
		// The fuzz is only worth something if it reaches every way out.
		expect([...met].sort()).toEqual(['checksum', 'impossible', 'malformed', 'ok', 'short', 'version']);
	});

	it('does not read through a long string', () => {
		expect(decode('1'.repeat(5_000_000))).toEqual({ ok: false, reason: 'malformed' });
	});
});
