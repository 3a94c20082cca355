import { eventStream, listenToAll, respond } from '$lib/server/http';
import { readableOf } from '$lib/server/live';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(async () => eventStream(event.request, readableOf(await listenToAll(event))));
