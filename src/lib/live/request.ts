/** Requests die without a word in a crowded network: what takes longer than this will not come. */
const DEADLINE_MS = 10_000;

/** `at`: when the server answered by its own clock, in ms since 1970; NaN where it does not say. */
export type Reply = { ok: boolean; status: number; body: unknown; at: number };

export function ask(address: string): Promise<Reply | null> {
	return requestJson(address, {});
}

export function remove(address: string): Promise<Reply | null> {
	return requestJson(address, { method: 'DELETE' });
}

/** Returns null where nobody answered in time, or not in JSON, as the login page of a network does. */
export function send(address: string, body: unknown): Promise<Reply | null> {
	return requestJson(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
}

/** Returns 0 without an answer. */
export async function statusOf(address: string): Promise<number> {
	try {
		const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(DEADLINE_MS) });
		// An event stream would never end.
		void response.body?.cancel();
		return response.status;
	} catch {
		return 0;
	}
}

export function mayWorkLater(reply: Reply | null): boolean {
	return !reply || reply.status >= 500 || reply.status === 429;
}

async function requestJson(address: string, request: RequestInit): Promise<Reply | null> {
	try {
		const response = await fetch(address, {
			...request,
			signal: AbortSignal.timeout(DEADLINE_MS),
			cache: 'no-store'
		});
		if (!response.headers.get('content-type')?.startsWith('application/json')) return null;
		const { ok, status, headers } = response;
		return { ok, status, body: await response.json(), at: Date.parse(headers.get('date') ?? '') };
	} catch {
		return null;
	}
}
