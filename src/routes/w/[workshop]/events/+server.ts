import { asAnybody, codeIn, eventStream, respond } from '$lib/server/http';
import { hub } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(async () => {
		const code = codeIn(event.params);
		return eventStream(event.request, await asAnybody(event, code, () => hub().listen(code, 'shared')));
	});
