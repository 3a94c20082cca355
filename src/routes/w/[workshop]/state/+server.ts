import { answering, codeIn, Refusal, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** How a workshop stands, and what the visitor has answered; `own` is null for who has no seat. */
export const GET: RequestHandler = ({ params, cookies, url }) =>
	answering(async () => {
		const code = codeIn(params);
		const [{ room }, own] = await Promise.all([
			workshops().snapshots(code),
			workshops()
				.answersOf(code, secretOf(cookies, url, 'seat', code))
				.catch((reason: unknown) => {
					if (reason instanceof Refusal && reason.reason === 'noSeat') return null;
					throw reason;
				})
		]);
		return { snapshot: room, own };
	});
