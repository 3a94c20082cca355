import { asAnybody, codeIn, respond, secretOf } from '$lib/server/http';
import { attendance, workshops } from '$lib/server/services';
import { participantOf } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(async () => {
		const code = codeIn(event.params);
		const seat = secretOf(event, 'seat', code);
		const state = await asAnybody(event, code, () => workshops().seatState(code, seat));
		if (seat && state.own) attendance().see(code, participantOf(seat));
		return state;
	});
