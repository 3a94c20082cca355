import { eventStream } from '$lib/server/live';
import { answering, codeIn, hub, secretOf, workshops } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** Snapshots for the facilitator. */
export const GET: RequestHandler = ({ params, cookies, url }) =>
	answering(async () => {
		const code = codeIn(params);
		await workshops().hosted(code, secretOf(cookies, url, 'host', code));
		return eventStream(await hub().listen(code, 'host'));
	});
