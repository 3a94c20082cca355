import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Somebody else's site, of one page. Under `127.0.0.1` it is to a browser another site than the quiz under
 * `localhost`, under that name only another origin.
 */
export async function startBlog(host: '127.0.0.1' | 'localhost' = '127.0.0.1') {
	let post = '';
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1>${post}</html>`);
	});
	await once(server.listen(0, host), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://${host}:${port}/`,
		write: (html: string) => void (post = html),
		stop: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		}
	};
}

export type Blog = Awaited<ReturnType<typeof startBlog>>;
