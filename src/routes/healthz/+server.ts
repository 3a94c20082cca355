import { plain } from '$lib/server/plain';
import type { RequestHandler } from './$types';

/** The process is there. */
export const GET: RequestHandler = () => plain(200, 'ok', { 'cache-control': 'no-store' });
