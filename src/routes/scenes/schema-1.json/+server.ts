import { toJsonSchema } from '@valibot/to-json-schema';
import { PlainFileSchema } from '$lib/own-scenes';
import type { RequestHandler } from './$types';

/** Its address is in the files that point to it: another version of the schema gets another address. */
export const GET: RequestHandler = ({ url, setHeaders }) => {
	setHeaders({
		'content-type': 'application/schema+json',
		'cache-control': 'public, max-age=3600',
		'access-control-allow-origin': '*'
	});
	const schema = toJsonSchema(PlainFileSchema, {
		target: 'draft-2020-12',
		typeMode: 'input',
		// Characters that nobody sees are written out, not refused.
		ignoreActions: ['transform']
	});
	return new Response(JSON.stringify({ $id: url.origin + url.pathname, ...schema }, null, '\t'));
};
