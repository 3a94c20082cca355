import { isReady } from '$lib/server/services';
import { plain } from '$lib/server/plain';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const ready = await isReady();
	return plain(ready ? 200 : 503, ready ? 'ready' : 'not ready', { 'cache-control': 'no-store' });
};
