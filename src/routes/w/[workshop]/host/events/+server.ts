import { asHost, eventStream, respond } from '$lib/server/http';
import { readableOf } from '$lib/server/live';
import { hub, workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(() =>
		asHost(event, async (workshop) => {
			const pass = workshops().passOf(workshop);
			const begin = await hub().listen(workshop.code, 'host', pass);
			return eventStream(event.request, readableOf(begin));
		})
	);
