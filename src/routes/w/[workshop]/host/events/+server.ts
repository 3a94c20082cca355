import { asHost, eventStream, respond } from '$lib/server/http';
import { hub } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Snapshots for the host. */
export const GET: RequestHandler = (event) =>
	respond(() =>
		asHost(event, async ({ code }) => eventStream(event.request, await hub().listen(code, 'host')))
	);
