import { eventStream } from '$lib/server/live';
import { answering, codeIn, hub } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** Snapshots for everybody who knows the code: projector and phones. */
export const GET: RequestHandler = ({ params }) =>
	answering(async () => eventStream(await hub().listen(codeIn(params), 'room')));
