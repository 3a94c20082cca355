import { config, metrics } from '$lib/server/services';
import { plain } from '$lib/server/plain';
import { hashOf, matches } from '$lib/server/security/secrets';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => {
	const { metricsToken } = config();
	if (!metricsToken) return plain(404, 'not found');
	const [, token = ''] = /^Bearer (.{1,200})$/.exec(request.headers.get('authorization') ?? '') ?? [];
	if (!matches(token, hashOf(metricsToken))) return plain(401, 'not yours', { 'www-authenticate': 'Bearer' });
	return new Response(await metrics().text(), {
		headers: { 'content-type': metrics().contentType, 'cache-control': 'no-store' }
	});
};
