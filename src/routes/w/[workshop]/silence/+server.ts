import { SilenceRequestSchema, type AnswerReceipt } from '$lib/protocol';
import { asSeat, readBody, respond } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Counts scenes that a participant saw and did not answer as sat out. Can be repeated. */
export const POST: RequestHandler = (event) =>
	respond(() =>
		asSeat(event, async (code, seat) => {
			const { round, scenes } = await readBody(event.request, SilenceRequestSchema);
			await workshops().keepSilent(code, seat, round, scenes);
			return { stored: true } satisfies AnswerReceipt;
		})
	);
