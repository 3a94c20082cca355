import * as v from 'valibot';
import { STEPS } from '$lib/group';
import { answering, codeIn, guarded, readBody, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

const BodySchema = v.strictObject({
	action: v.picklist([...STEPS, 'undo', 'rehearse', 'clearRehearsal']),
	/** The step that the screen showed. */
	seen: v.pipe(v.number(), v.safeInteger())
});

/** The facilitator takes a step. Answers with how things stand then. */
export const POST: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const key = secretOf(event.cookies, event.url, 'host', code);
		await guarded(event, code, () => workshops().hosted(code, key));
		const { action, seen } = await readBody(event.request, BodySchema);
		await workshops().step(code, key, action, seen);
		const { host } = await workshops().snapshots(code);
		return { snapshot: host };
	});
