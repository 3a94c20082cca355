import { asAnybody, codeIn, eventStream, respond, secretOf } from '$lib/server/http';
import { attendance, hub } from '$lib/server/services';
import { participantOf } from '$lib/server/workshop';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(async () => {
		const code = codeIn(event.params);
		const seat = secretOf(event, 'seat', code);
		const enter = seat ? () => attendance().enter(code, participantOf(seat)) : undefined;
		const stream = await asAnybody(event, code, () => hub().listen(code, 'shared', null, enter));
		return eventStream(event.request, stream);
	});
