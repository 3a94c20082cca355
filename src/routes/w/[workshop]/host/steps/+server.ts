import { StepRequestSchema, type StepReply } from '$lib/protocol';
import { asHost, readBody, respond } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	respond(() =>
		asHost(event, async (workshop) => {
			const { action, seen, ...details } = await readBody(event.request, StepRequestSchema);
			const stepped = await workshops().step(workshop, action, seen, details);
			const { host } = await workshops().snapshotsOf(stepped);
			return { snapshot: host } satisfies StepReply;
		})
	);
