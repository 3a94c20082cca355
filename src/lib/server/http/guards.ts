import { readCode } from '../../group';
import { readPass } from '../../protocol';
import { Refusal } from '../refusal';
import { limits, workshops } from '../services';
import type { Workshop } from '../workshop';
import { secretOf, type Visit } from './cookies';

type Visitor = Visit & {
	url: Pick<URL, 'protocol' | 'searchParams'>;
	getClientAddress: () => string;
};
/** Kit's event is one, and so is a `DirectVisit`. */
export type WorkshopVisitor = Visitor & { params: { workshop: string } };
/** Refuses any key but the host's. */
type FindHosted = (code: string, key: string | undefined) => Promise<Workshop>;

/** A code alone, spelled in any way. What is pasted with more around it is read by the pages that people open. */
const TYPED_BY_HAND = /^[\p{L}\p{N}\p{Pd}. ]{1,20}$/u;

/** @throws Refusal `unknown` for what no code can be */
export function codeIn(params: { workshop: string }): string {
	const code = TYPED_BY_HAND.test(params.workshop) ? readCode(params.workshop) : null;
	if (!code) throw new Refusal('unknown');
	return code;
}

/** Returns the address that the limits count; all visitors of a proxy that names none are one. */
export function addressOf({ getClientAddress }: Pick<Visitor, 'getClientAddress'>): string {
	try {
		return getClientAddress();
	} catch {
		return 'unknown';
	}
}

/** Slows an address that tried many wrong codes, unless it shows seat, key or pass. @throws Refusal of the work or `tooMany` */
export async function asAnybody<T>(visitor: Visitor, code: string, work: () => Promise<T>): Promise<T> {
	const address = addressOf(visitor);
	await limits().admit('wrongCodes', address, () => isKnown(visitor, code));
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		if (thrown.reason === 'unknown') await limits().note('wrongCodes', address);
		if (thrown.reason === 'notHost' && showsKey(visitor, code)) await limits().count('wrongKeys', address);
		throw thrown;
	}
}

/** @throws Refusal `notHost`, `unknown`, `gone` or `tooMany`, or what the work throws */
export async function asHost<T>(
	event: WorkshopVisitor,
	work: (workshop: Workshop) => T | Promise<T>,
	find: FindHosted = (code, key) => workshops().hosted(code, key)
): Promise<T> {
	const code = codeIn(event.params);
	const key = secretOf(event, 'host', code);
	return work(await knownOnly(event, code, () => find(code, key)));
}

/** @throws Refusal `noSeat` without one, `tooMany`, or what the work throws, which checks the seat */
export async function asSeat<T>(
	event: WorkshopVisitor,
	work: (code: string, seat: string) => Promise<T>
): Promise<T> {
	const code = codeIn(event.params);
	const seat = secretOf(event, 'seat', code);
	if (!seat) throw new Refusal('noSeat');
	return knownOnly(event, code, () => work(code, seat));
}

/** Like `asAnybody`, for work that succeeds for the host or a seat alone, and is not counted when it does. */
async function knownOnly<T>(visitor: Visitor, code: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		// A database that fails would fail for the limits too.
		if (!(thrown instanceof Refusal)) throw thrown;
		return asAnybody(visitor, code, () => {
			throw thrown;
		});
	}
}

function showsKey(visitor: Visitor, code: string): boolean {
	return visitor.url.searchParams.has('key') || secretOf(visitor, 'host', code) !== undefined;
}

async function isKnown(visitor: Visitor, code: string): Promise<boolean> {
	const { searchParams } = visitor.url;
	const pass = readPass(searchParams.get('pass'));
	const key = searchParams.get('key') ?? secretOf(visitor, 'host', code);
	if (pass && (await workshops().hasPass(code, pass).catch(isRefused))) return true;
	const known = await Promise.allSettled([
		workshops().answersOf(code, secretOf(visitor, 'seat', code)),
		workshops().hosted(code, key)
	]);
	return known.some(({ status }) => status === 'fulfilled');
}

function isRefused(thrown: unknown): false {
	if (thrown instanceof Refusal) return false;
	throw thrown;
}
