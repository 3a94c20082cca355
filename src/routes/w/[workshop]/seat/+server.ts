import { codeIn, forgetSecret, respond, takeSeat } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => respond(() => takeSeat(event, event.request));

/** Deletes the cookie. The answers stay counted: nothing says whose they were. */
export const DELETE: RequestHandler = (event) =>
	respond(() => {
		forgetSecret(event, 'seat', codeIn(event.params));
		return Promise.resolve({ forgotten: true });
	});
