import { error, isHttpError, isRedirect, json } from '@sveltejs/kit';
import { PAGE_REFUSALS, type RefusalBody } from '../../protocol';
import { logError } from '../log';
import { Refusal } from '../refusal';

/** What is answered to a question, before anybody has written it. */
export type Reply = { status: number; body: Record<string, unknown>; headers: Record<string, string> };

export async function respond(work: () => Promise<Response | Record<string, unknown>>): Promise<Response> {
	try {
		const answer = await work();
		return answer instanceof Response ? answer : written(replyOf(answer));
	} catch (thrown) {
		return written(refusing(thrown));
	}
}

function written({ status, body, headers }: Reply): Response {
	return json(body, { status, headers });
}

export function replyOf(body: Record<string, unknown>): Reply {
	return { status: 200, body, headers: { 'cache-control': 'no-store' } };
}

/** @throws Kit's redirects and errors */
export function refusing(thrown: unknown): Reply {
	const { reason, status, retryAfter } = refusalOf(thrown);
	return {
		status,
		body: { reason } satisfies RefusalBody,
		headers: {
			'cache-control': 'no-store',
			...(retryAfter ? { 'retry-after': String(retryAfter) } : {})
		}
	};
}

export async function loadPage<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		const { status, reason } = refusalOf(thrown);
		const workshop = PAGE_REFUSALS.find((refusal) => refusal === reason);
		return error(status, { message: reason, ...(workshop && { workshop }) });
	}
}

/** Logs everything unexpected, which counts as `unavailable`. @throws Kit's redirects and errors */
export function refusalOf(thrown: unknown): Refusal {
	if (thrown instanceof Refusal) return thrown;
	// eslint-disable-next-line @typescript-eslint/only-throw-error
	if (isRedirect(thrown) || isHttpError(thrown)) throw thrown;
	logError(thrown);
	return new Refusal('unavailable');
}
