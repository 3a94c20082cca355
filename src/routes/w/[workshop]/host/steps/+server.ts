import { StepRequestSchema, type StepReply } from '$lib/protocol';
import { answering, codeIn, guarded, readBody, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** The facilitator takes a step. Answers with how things stand then. */
export const POST: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const key = secretOf(event.cookies, event.url, 'host', code);
		await guarded(event, code, () => workshops().hosted(code, key));
		const { action, seen } = await readBody(event.request, StepRequestSchema);
		await workshops().step(code, key, action, seen);
		const { host } = await workshops().snapshots(code);
		return { snapshot: host } satisfies StepReply;
	});
