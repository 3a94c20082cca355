import { plain } from '$lib/server/plain';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => plain(200, 'ok', { 'cache-control': 'no-store' });
