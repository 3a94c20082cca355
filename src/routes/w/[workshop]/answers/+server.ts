import { AnswerRequestSchema, type AnswerReceipt } from '$lib/protocol';
import { asSeat, readBody, respond } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Acknowledges an answer once it is on the disk. Can be repeated. */
export const POST: RequestHandler = (event) =>
	respond(() =>
		asSeat(event, async (code, seat) => {
			const { round, scene, rung, asking } = await readBody(event.request, AnswerRequestSchema);
			await workshops().answer(code, seat, round, scene, rung, asking);
			return { stored: true } satisfies AnswerReceipt;
		})
	);
