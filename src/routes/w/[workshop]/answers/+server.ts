import { AnswerRequestSchema, type AnswerReceipt } from '$lib/protocol';
import {
	answering,
	codeIn,
	guardedInside,
	readBody,
	Refusal,
	secretOf,
	workshops
} from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** Somebody answers. Repeated it changes nothing; it is stored for good before it is acknowledged. */
export const POST: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const seat = secretOf(event.cookies, event.url, 'seat', code);
		if (!seat) throw new Refusal('noSeat');
		const { round, scene, rung } = await readBody(event.request, AnswerRequestSchema);
		await guardedInside(event, code, () => workshops().answer(code, seat, round, scene, rung));
		return { stored: true } satisfies AnswerReceipt;
	});
