import { asHost, eventStream, respond } from '$lib/server/http';
import { hub, workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(() =>
		asHost(event, async (workshop) => {
			const pass = workshops().passOf(workshop);
			return eventStream(event.request, await hub().listen(workshop.code, 'host', pass));
		})
	);
