import { localeOf, localPath } from '$lib/address';
import { RenewalRequestSchema, type HostLinkReply } from '$lib/protocol';
import { asHost, keepSecret, readBody, respond, secretOf } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Returns the host's link; the server knows the key only from the cookie of the request. */
export const GET: RequestHandler = (event) =>
	respond(() => asHost(event, ({ code }) => linkTo(event.url, code, secretOf(event, 'host', code) ?? '')));

/** Replaces the key: every other link, cookie and stream of a host ends. */
export const POST: RequestHandler = (event) =>
	respond(async () => {
		const { key } = await readBody(event.request, RenewalRequestSchema);
		return asHost(
			event,
			({ code, keptUntil }) => {
				keepSecret(event, 'host', code, key, keptUntil);
				return linkTo(event.url, code, key);
			},
			(code, held) => workshops().renewKey(code, held, key)
		);
	});

function linkTo({ origin, pathname }: URL, code: string, key: string): HostLinkReply {
	return { link: `${origin}${localPath(localeOf(pathname), `/w/${code}/host`)}?key=${key}` };
}
