import { asAnybody, codeIn, respond, secretOf } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(() => {
		const code = codeIn(event.params);
		return asAnybody(event, code, () => workshops().seatState(code, secretOf(event, 'seat', code)));
	});
