/** In a hall, lines die without a word: an answer that takes longer than this will not come. */
const DEADLINE_MS = 10_000;

/** What the server answered, its body read. */
export type Reply = { ok: boolean; status: number; body: unknown };

/** Asks for an address. See `send` for what it returns. */
export function ask(address: string): Promise<Reply | null> {
	return requestJson(address, {});
}

/** Asks that what lies at an address be forgotten. */
export function remove(address: string): Promise<Reply | null> {
	return requestJson(address, { method: 'DELETE' });
}

/**
 * Posts a body as JSON. The deadline covers the body of the answer too.
 * @returns null where nobody answered in time, or somebody else did: in a hotel, the page that asks for a room number
 */
export function send(address: string, body: unknown): Promise<Reply | null> {
	return requestJson(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
}

/** Returns the status of an answer, whatever its body; 0 without one. */
export async function statusOf(address: string): Promise<number> {
	try {
		const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(DEADLINE_MS) });
		// An event stream would go on.
		void response.body?.cancel();
		return response.status;
	} catch {
		return 0;
	}
}

/** Whether the same request may be answered otherwise a little later. */
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
		return { ok: response.ok, status: response.status, body: await response.json() };
	} catch {
		return null;
	}
}
