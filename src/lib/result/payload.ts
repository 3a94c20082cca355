import type { Dimension, ResultFormId } from '../questions';
import type { Tally, Tallies } from '../scoring';

/*
 * What a code of version 1 says, as one number, most significant first:
 *
 *     form 5 bits, then per dimension: count 3, sum 5, sum of squares 7 bits     65 bits
 *
 * Five answers on rungs 0..4 add up to 20 at most and their squares to 80, so each field has room to spare.
 * The order and the numbers below are frozen: links in the world depend on them. They do not follow the
 * lists in `questions`, which may grow or be sorted.
 */
const DIMENSION_ORDER: readonly Dimension[] = ['filter', 'strings', 'pull', 'candour'];
const FORM_NUMBERS: Record<ResultFormId, bigint> = { full: 0n, short: 1n, picked: 2n };
const FIELDS = [
	['count', 3n],
	['sum', 5n],
	['sumOfSquares', 7n]
] as const satisfies readonly (readonly [keyof Tally, bigint])[];

/** What the payload holds. `formId` is null when no form has that number. */
export type Payload = { formId: ResultFormId | null; tallies: Tallies };

/** Packs a form and tallies that fit their fields. */
export function pack(formId: ResultFormId, tallies: Tallies): bigint {
	let payload = FORM_NUMBERS[formId];
	for (const dimension of DIMENSION_ORDER) {
		for (const [field, bits] of FIELDS) payload = (payload << bits) | BigInt(tallies[dimension][field]);
	}
	return payload;
}

/** The reverse of `pack`. The tallies are what the bits say, whether or not any answers give them. */
export function unpack(payload: bigint): Payload {
	let rest = payload;
	const take = (bits: bigint): bigint => {
		const value = BigInt.asUintN(Number(bits), rest);
		rest >>= bits;
		return value;
	};

	const tallies: Tallies = { filter: empty(), strings: empty(), pull: empty(), candour: empty() };
	for (const dimension of [...DIMENSION_ORDER].reverse()) {
		for (const [field, bits] of [...FIELDS].reverse()) tallies[dimension][field] = Number(take(bits));
	}
	return { formId: formOfNumber(rest), tallies };
}

function formOfNumber(number: bigint): ResultFormId | null {
	const found = (Object.keys(FORM_NUMBERS) as ResultFormId[]).find((id) => FORM_NUMBERS[id] === number);
	return found ?? null;
}

function empty(): Tally {
	return { count: 0, sum: 0, sumOfSquares: 0 };
}
