import { asAnybody, codeIn, respond } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	respond(async () => {
		const code = codeIn(event.params);
		return { scenes: await asAnybody(event, code, () => workshops().ownScenes(code)) };
	});
