import { recordAnswer, respond } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** Acknowledges an answer once it is on the disk. Can be repeated. */
export const POST: RequestHandler = (event) => respond(() => recordAnswer(event, event.request));
