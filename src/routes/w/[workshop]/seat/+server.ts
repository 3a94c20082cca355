import { SeatRequestSchema, type SeatState } from '$lib/protocol';
import {
	addressOf,
	answering,
	codeIn,
	guarded,
	keepSecret,
	limits,
	readBody,
	secretOf,
	workshops
} from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** Somebody sits down. A browser that has a seat keeps it: two tabs are one participant. */
export const POST: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const { cookies, url, request } = event;
		const { seat, language } = await readBody(request, SeatRequestSchema);
		const held = secretOf(cookies, url, 'seat', code) ?? seat;
		await limits().count('joins', addressOf(event));
		await guarded(event, code, () => workshops().join(code, held, language));
		const { shared } = await workshops().snapshots(code);
		keepSecret(cookies, url, 'seat', code, held, Date.parse(shared.keptUntil));
		return { snapshot: shared, own: await workshops().answersOf(code, held) } satisfies SeatState;
	});
