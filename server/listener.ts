import compression from 'compression';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { ownPath } from '../src/lib/address/own-path.ts';
import { headersFor } from '../src/lib/server/http/headers.ts';
import { isPlainRange } from './ranges.ts';

/** What adapter-node builds; `next` is called for nothing that this app serves. */
export type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown;

/**
 * SvelteKit refuses form posts from another origin, and takes https for its own unless told. When nobody told, the
 * protocol of the connection itself is the truth, so that any name for this machine works: localhost as well as an
 * address on the local network.
 */
export const CONNECTION_PROTOCOL_HEADER = 'x-connection-protocol';

/** Longest name of a host that DNS knows, with a colon and a port, in characters. */
const LONGEST_HOST = 253 + 6;

export function createListener(handler: Handler): RequestListener {
	const compress = compression({ filter: worthCompressing });

	return (req, res) => {
		req.headers[CONNECTION_PROTOCOL_HEADER] = 'http';
		endWithItsSource(res);
		// Set here, for files and for pages alike: Kit's handler serves files without asking any hook.
		const address = readable(req.url ?? '/');
		const [pathname = ''] = address.split('?');
		for (const [name, value] of Object.entries(headersFor(pathname))) res.setHeader(name, value);
		if ((req.headers.host?.length ?? 0) > LONGEST_HOST) {
			res.writeHead(400).end('Bad Request');
			return;
		}
		// A file that has changed since would have to be sent whole, which Kit's file server does not look at.
		if (req.headers['if-range'] || !isPlainRange(req.headers.range ?? '')) delete req.headers.range;
		if (address !== req.url) res.writeHead(308, { location: address }).end();
		else compress(req as never, res as never, () => void answer(handler, req, res));
	};
}

/**
 * A stream that fails ends the response that it is piped into: with nobody listening it would end the process. A
 * response that is cut off ends its stream, which would keep its file open.
 */
function endWithItsSource(res: ServerResponse): void {
	res.on('pipe', (source: Readable) => {
		source.on('error', (error) => {
			console.error(error.message);
			res.destroy();
		});
		res.once('close', () => source.destroy());
	});
}

/**
 * Kit answers a path that cannot be decoded with a page whose script fails on that same path. Where each stray % is
 * taken for itself, the path is merely one that does not exist, and the page says so.
 */
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

/** A compressor would hold back the events of a stream. */
const worthCompressing: compression.CompressionFilter = (req, res) =>
	!String(res.getHeader('content-type')).startsWith('text/event-stream') && compression.filter(req, res);
