import compression from 'compression';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { ownPath } from '../src/lib/address/own-path.ts';
import { headersFor } from '../src/lib/server/http/headers.ts';
import { isPlainRange } from './ranges.ts';

/** Answers a request, or returns false. */
export type Direct = (req: IncomingMessage, res: ServerResponse) => boolean;

export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown;

/** Tells Kit the protocol where nobody set one: it takes https, and would refuse every form posted over http. */
export const CONNECTION_PROTOCOL_HEADER = 'x-connection-protocol';

/** Longest host name in DNS, with a colon and a port. */
const LONGEST_HOST_CHARACTERS = 253 + 6;

/** @param direct is asked first, and knows nothing of odd addresses */
export function createListener(handler: Handler, direct: Direct = () => false): RequestListener {
	const compress = compression({ filter: worthCompressing });

	return (req, res) => {
		req.headers[CONNECTION_PROTOCOL_HEADER] = 'http';
		if (!hasBadHost(req) && direct(req, res)) return;
		endWithItsSource(res);
		// Not in a hook: Kit serves files without one.
		acceptAbsoluteForm(req);
		const address = readable(req.url ?? '/');
		const [pathname = ''] = address.split('?');
		setUnlessConfirming(res, headersFor(pathname));
		// An absolute address brings a host of its own.
		if (hasBadHost(req)) {
			res.writeHead(400).end('Bad Request');
			return;
		}
		// Kit's file server ignores If-Range, so the file is sent whole.
		if (req.headers['if-range'] || !isPlainRange(req.headers.range ?? '')) delete req.headers.range;
		if (address !== req.url) res.writeHead(308, { location: address }).end();
		else compress(req as never, res as never, () => void answer(handler, req, res));
	};
}

/** Whether the host is longer than any name, or one of several, which RFC 9112, 3.2, refuses. */
function hasBadHost({ headers, headersDistinct }: IncomingMessage): boolean {
	return (headers.host?.length ?? 0) > LONGEST_HOST_CHARACTERS || (headersDistinct['host']?.length ?? 0) > 1;
}

/** Sets headers, but not on a 304: browsers would take them in the place of those that the stored page came with. */
function setUnlessConfirming(res: ServerResponse, headers: Readonly<Record<string, string>>): void {
	for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
	const writeHead = res.writeHead.bind(res) as (...head: unknown[]) => ServerResponse;
	res.writeHead = (...head: unknown[]) => {
		if (head[0] === 304) for (const name of Object.keys(headers)) res.removeHeader(name);
		return writeHead(...head);
	};
}

/** Ends the response when its source fails, which would end the process, and the source when the response is cut off. */
function endWithItsSource(res: ServerResponse): void {
	res.on('pipe', (source: Readable) => {
		source.on('error', (error) => {
			console.error(error.message);
			res.destroy();
		});
		res.once('close', () => source.destroy());
	});
}

/** Reads `GET http://host/path`, which clients send to proxies, and servers must accept (RFC 9112, 3.2.2). */
function acceptAbsoluteForm(req: IncomingMessage): void {
	const [, host, path] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(req.url ?? '') ?? [];
	if (host === undefined || path === undefined) return;
	req.headers.host = host;
	req.url = path.startsWith('/') ? path : `/${path}`;
}

/** Takes each % of a path that cannot be decoded for itself: Kit's own error page fails on such a path. */
function readable(address: string): string {
	const [path = '', ...query] = address.split('?');
	try {
		decodeURI(path);
		return address;
	} catch {
		return ownPath([path.replaceAll('%', '%25'), ...query].join('?'));
	}
}

async function answer(handler: Handler, req: IncomingMessage, res: ServerResponse) {
	try {
		await handler(req, res, () => res.writeHead(404).end('Not found'));
	} catch (error) {
		console.error(error);
		if (!res.headersSent) res.writeHead(500);
		res.end();
	}
}

// A compressor would hold events back.
const worthCompressing: compression.CompressionFilter = (req, res) =>
	!String(res.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(req, res);
