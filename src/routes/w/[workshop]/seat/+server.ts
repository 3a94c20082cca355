import { SeatRequestSchema } from '$lib/protocol';
import {
	addressOf,
	asAnybody,
	codeIn,
	forgetSecret,
	keepSecret,
	readBody,
	respond,
	secretOf
} from '$lib/server/http';
import { attendance, limits, workshops } from '$lib/server/services';
import { participantOf } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** A browser that has a seat keeps it: two tabs are one participant. */
export const POST: RequestHandler = (event) =>
	respond(async () => {
		const code = codeIn(event.params);
		const { seat, language } = await readBody(event.request, SeatRequestSchema);
		const held = secretOf(event, 'seat', code) ?? seat;
		// A seat that exists is not counted as a new one from its address.
		await limits().count('joins', addressOf(event), () =>
			workshops()
				.answersOf(code, held)
				.then(
					() => true,
					() => false
				)
		);
		await asAnybody(event, code, () => workshops().join(code, held, language));
		const state = await workshops().seatState(code, held);
		attendance().see(code, participantOf(held));
		keepSecret(event, 'seat', code, held, state.snapshot.keptUntil);
		return state;
	});

/** Deletes the cookie. The answers stay counted: nothing says whose they were. */
export const DELETE: RequestHandler = (event) =>
	respond(() => {
		forgetSecret(event, 'seat', codeIn(event.params));
		return Promise.resolve({ forgotten: true });
	});
