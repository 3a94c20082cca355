import { error, isHttpError, isRedirect, json } from '@sveltejs/kit';
import { PAGE_REFUSALS, type RefusalBody } from '../../protocol';
import { logError } from '../log';
import { Refusal } from '../refusal';

export async function respond(work: () => Promise<Response | Record<string, unknown>>): Promise<Response> {
	try {
		const answer = await work();
		return answer instanceof Response ? answer : json(answer, { headers: { 'cache-control': 'no-store' } });
	} catch (thrown) {
		const { reason, status, retryAfter } = refusalOf(thrown);
		return json({ reason } satisfies RefusalBody, {
			status,
			headers: {
				'cache-control': 'no-store',
				...(retryAfter ? { 'retry-after': String(retryAfter) } : {})
			}
		});
	}
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
