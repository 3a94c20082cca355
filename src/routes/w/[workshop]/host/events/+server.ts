import { eventStream } from '$lib/server/live';
import { answering, codeIn, guarded, hub, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** Snapshots for the facilitator. */
export const GET: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		const key = secretOf(event.cookies, event.url, 'host', code);
		await guarded(event, code, () => workshops().hosted(code, key));
		return eventStream(event.request, await hub().listen(code, 'host'));
	});
