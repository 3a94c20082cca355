import { asAnybody, codeIn, eventStream, respond } from '$lib/server/http';
import { hub } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Snapshots for everybody who knows the code: screen and participants. */
export const GET: RequestHandler = (event) =>
	respond(async () => {
		const code = codeIn(event.params);
		return eventStream(event.request, await asAnybody(event, code, () => hub().listen(code, 'shared')));
	});
