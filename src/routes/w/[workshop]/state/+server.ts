import { answering, codeIn, guarded, Refusal, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** How a workshop stands, and what the visitor has answered; `own` is null for who has no seat. */
export const GET: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const { cookies, url } = event;
		const [{ room }, own] = await Promise.all([
			guarded(event, code, () => workshops().snapshots(code)),
			workshops()
				.answersOf(code, secretOf(cookies, url, 'seat', code))
				.catch((reason: unknown) => {
					if (reason instanceof Refusal && reason.reason === 'noSeat') return null;
					throw reason;
				})
		]);
		return { snapshot: room, own };
	});
