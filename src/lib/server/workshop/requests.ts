import { error, isHttpError, isRedirect, json, type Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { readCode } from '../../group';
import { PAGE_REFUSALS, type RefusalBody } from '../../protocol';
import { logError } from '../log';
import { Refusal } from '../refusal';
import { isSecret } from './secrets';

/** Longest body of a request, in characters; ours have a tenth of it. */
const LONGEST_BODY = 2_000;

const DAY_S = 24 * 60 * 60;

/** The two secrets that a browser may hold for a workshop. */
export type SecretKind = 'seat' | 'host';

/**
 * The code in an address.
 * @throws Refusal `unknown` for what no code can be
 */
export function codeIn(params: { workshop: string }): string {
	const code = readCode(params.workshop);
	if (!code) throw new Refusal('unknown');
	return code;
}

/**
 * A request's body.
 * @throws Refusal `invalid` for what is too long, no JSON, or of another shape
 */
export async function readBody<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	// A page of another site can send a form without asking, but not JSON.
	if (!request.headers.get('content-type')?.startsWith('application/json')) throw new Refusal('invalid');
	if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) throw new Refusal('tooLarge');
	const text = await request.text().catch(() => {
		throw new Refusal('tooLarge');
	});
	if (text.length > LONGEST_BODY) throw new Refusal('tooLarge');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Refusal('invalid');
	}
	const result = v.safeParse(schema, value);
	if (!result.success) throw new Refusal('invalid');
	return result.output;
}

/** Answers with what the work gives, or with the status and the reason why it is refused. */
export async function answering(work: () => Promise<Response | Record<string, unknown>>): Promise<Response> {
	try {
		const answer = await work();
		return answer instanceof Response ? answer : json(answer, { headers: { 'cache-control': 'no-store' } });
	} catch (reason) {
		const refusal = refusalOf(reason);
		return json({ reason: refusal.reason } satisfies RefusalBody, {
			status: refusal.status,
			headers: {
				'cache-control': 'no-store',
				...(refusal.retryAfter ? { 'retry-after': String(refusal.retryAfter) } : {})
			}
		});
	}
}

/** Loads for a page; a refusal becomes the error page that explains it. */
export async function loading<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (reason) {
		const { status, reason: why } = refusalOf(reason);
		const workshop = PAGE_REFUSALS.find((refusal) => refusal === why);
		return error(status, { message: why, ...(workshop && { workshop }) });
	}
}

/** What a browser holds for a workshop. What cannot be a secret is none, so that the next one takes its place. */
export function secretOf(cookies: Cookies, url: URL, kind: SecretKind, code: string): string | undefined {
	const held = cookies.get(cookieName(url, kind, code));
	return held !== undefined && isSecret(held) ? held : undefined;
}

/** Gives a browser a secret to hold, out of reach of scripts, until the workshop is deleted. */
export function keepSecret(
	cookies: Cookies,
	url: URL,
	kind: SecretKind,
	code: string,
	secret: string,
	keptUntil: number
): void {
	cookies.set(cookieName(url, kind, code), secret, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: Math.max(DAY_S, Math.ceil((keptUntil - Date.now()) / 1000))
	});
}

/** Takes it back. */
export function forgetSecret(cookies: Cookies, url: URL, kind: SecretKind, code: string): void {
	cookies.delete(cookieName(url, kind, code), { path: '/', secure: url.protocol === 'https:' });
}

/** On https the name itself forbids that another host of the same domain sets it. */
function cookieName(url: URL, kind: SecretKind, code: string): string {
	return `${url.protocol === 'https:' ? '__Host-' : ''}${kind}-${code}`;
}

/** What is refused, as a refusal; everything else is logged, and means that workshops cannot be reached. */
export function refusalOf(reason: unknown): Refusal {
	if (reason instanceof Refusal) return reason;
	// Kit's own way of leading elsewhere is not an error, and passes through.
	// eslint-disable-next-line @typescript-eslint/only-throw-error
	if (isRedirect(reason) || isHttpError(reason)) throw reason;
	logError(reason);
	return new Refusal('unavailable');
}
