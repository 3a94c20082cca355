import { eventStream } from '$lib/server/live';
import { answering, codeIn, guarded, hub } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

/** Snapshots for everybody who knows the code: projector and phones. */
export const GET: RequestHandler = (event) =>
	answering(async () => {
		const code = codeIn(event.params);
		return eventStream(event.request, await guarded(event, code, () => hub().listen(code, 'shared')));
	});
