import { localeOf, localPath } from '$lib/address';
import { RenewalRequestSchema, type HostLinkReply } from '$lib/protocol';
import { asHost, keepSecret, readBody, respond, secretOf } from '$lib/server/http';
import { workshops } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** The facilitator link, for a co-host or another device. Only this browser's cookie knows the key. */
export const GET: RequestHandler = (event) =>
	respond(() => asHost(event, ({ code }) => linkTo(event.url, code, secretOf(event, 'host', code) ?? '')));

/** A new key takes the place of the host's: every other link, cookie and stream of a host ends. */
export const POST: RequestHandler = (event) =>
	respond(async () => {
		const { key } = await readBody(event.request, RenewalRequestSchema);
		return asHost(
			event,
			({ code, deleteAfter }) => {
				keepSecret(event, 'host', code, key, deleteAfter);
				return linkTo(event.url, code, key);
			},
			(code, held) => workshops().renewKey(code, held, key)
		);
	});

/** The desk in the language of the page that asks. */
function linkTo({ origin, pathname }: URL, code: string, key: string): HostLinkReply {
	return { link: `${origin}${localPath(localeOf(pathname), `/w/${code}/host`)}?key=${key}` };
}
