import type { Cookies } from '@sveltejs/kit';
import { limits, workshops } from '../services';
import { Refusal } from '../refusal';
import { secretOf } from './requests';

type Visit = { cookies: Cookies; url: URL; getClientAddress: () => string };

/** The visitor's address as the limits count it; a proxy that forgets to name it makes all its visitors one. */
export function addressOf({ getClientAddress }: Pick<Visit, 'getClientAddress'>): string {
	try {
		return getClientAddress();
	} catch {
		return 'unknown';
	}
}

/**
 * Looks a workshop up for a visitor. Codes that no workshop has are counted: who has tried too many gets no answer about
 * any other, right or wrong. Those who sit in the workshop already go on.
 * @throws Refusal what the work throws, or `tooMany`
 */
export async function guarded<T>(visit: Visit, code: string, work: () => Promise<T>): Promise<T> {
	const address = addressOf(visit);
	try {
		await limits().check('wrongCodes', address);
	} catch (reason) {
		if (!(await sitsIn(visit, code))) throw reason;
	}
	try {
		return await work();
	} catch (reason) {
		if (reason instanceof Refusal && reason.reason === 'unknown') await limits().count('wrongCodes', address);
		if (reason instanceof Refusal && reason.reason === 'notHost' && showsKey(visit, code))
			await limits().count('wrongKeys', address);
		throw reason;
	}
}

/**
 * The same around what works for nobody but those who sit in the workshop: they are not held up, since there is nothing
 * to count where it works.
 */
export async function guardedInside<T>(visit: Visit, code: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (reason) {
		// A database that does not answer would not answer about the limits either.
		if (!(reason instanceof Refusal)) throw reason;
		return guarded(visit, code, () => {
			throw reason;
		});
	}
}

/** Whether the visitor came with a key: every projector asks without one, once, whether it may lead. */
function showsKey({ cookies, url }: Visit, code: string): boolean {
	return url.searchParams.has('key') || secretOf(cookies, url, 'host', code) !== undefined;
}

async function sitsIn({ cookies, url }: Visit, code: string): Promise<boolean> {
	const known = await Promise.allSettled([
		workshops().answersOf(code, secretOf(cookies, url, 'seat', code)),
		workshops().hosted(code, secretOf(cookies, url, 'host', code))
	]);
	return known.some(({ status }) => status === 'fulfilled');
}
