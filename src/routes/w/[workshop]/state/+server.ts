import type { SeatState } from '$lib/protocol';
import { answering, codeIn, guarded, Refusal, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** How a workshop stands, and what the visitor has answered; `own` is null for who has no seat. */
export const GET: RequestHandler = (event) =>
	answering(() => {
		const code = codeIn(event.params);
		const seat = secretOf(event.cookies, event.url, 'seat', code);
		return guarded(event, code, async () => {
			const [{ shared }, own] = await Promise.all([workshops().snapshots(code), answersOf(code, seat)]);
			return { snapshot: shared, own } satisfies SeatState;
		});
	});

async function answersOf(code: string, seat: string | undefined) {
	try {
		return await workshops().answersOf(code, seat);
	} catch (reason) {
		if (reason instanceof Refusal && reason.reason === 'noSeat') return null;
		throw reason;
	}
}
