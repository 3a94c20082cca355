import type { StepReply } from '$lib/protocol';
import { asHost, respond } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** For where a proxy holds streams back. */
export const GET: RequestHandler = (event) =>
	respond(() =>
		asHost(event, async (workshop) => {
			const { host } = await workshops().snapshotsOf(workshop);
			return { snapshot: host } satisfies StepReply;
		})
	);
