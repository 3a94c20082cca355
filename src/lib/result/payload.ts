import {
	RESULT_FORM_IDS,
	KEY_VERSIONS,
	type Dimension,
	type KeyVersion,
	type ResultFormId
} from '../questions';
import type { Tally, Tallies } from '../scoring';

/** Form 5 bits, then per dimension count 3, sum 5, sum of squares 7: 65. Frozen, since links in the world depend on them. */
const DIMENSION_ORDER: readonly Dimension[] = ['filter', 'strings', 'pull', 'candour'];
const FORM_NUMBERS: Record<KeyVersion, Record<ResultFormId, bigint>> = {
	1: { full: 0n, short: 1n, picked: 2n },
	2: { full: 3n, short: 4n, picked: 5n }
};
const FIELDS = [
	['count', 3n],
	['sum', 5n],
	['sumOfSquares', 7n]
] as const satisfies readonly (readonly [keyof Tally, bigint])[];

type FormName = { id: ResultFormId; version: KeyVersion };

export type Payload = { form: FormName | null; tallies: Tallies };

export function pack({ id, version }: FormName, tallies: Tallies): bigint {
	let payload = FORM_NUMBERS[version][id];
	for (const dimension of DIMENSION_ORDER) {
		for (const [field, bits] of FIELDS) payload = (payload << bits) | BigInt(tallies[dimension][field]);
	}
	return payload;
}

/** The tallies are what the bits say, whether or not any answers give them. */
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
	return { form: formOfNumber(rest), tallies };
}

function formOfNumber(number: bigint): FormName | null {
	const names = KEY_VERSIONS.flatMap((version) => RESULT_FORM_IDS.map((id) => ({ id, version })));
	return names.find(({ id, version }) => FORM_NUMBERS[version][id] === number) ?? null;
}

function empty(): Tally {
	return { count: 0, sum: 0, sumOfSquares: 0 };
}
