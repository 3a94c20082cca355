import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { CONNECTION_PROTOCOL_HEADER, createListener, type Handler } from '../../server/listener';

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** Serves one handler and sends it one request. */
async function ask(handler: Handler, headers: Record<string, string> = {}, path = '/') {
	const server = createServer(createListener(handler)).listen(0, '127.0.0.1');
	open.push(() => (server.close(), server.closeAllConnections()));
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const sent = request({
		port,
		path,
		host: '127.0.0.1',
		headers: { 'accept-encoding': 'br', ...headers }
	}).end();
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	return response;
}

async function body(response: IncomingMessage) {
	return Buffer.concat(await response.toArray());
}

describe('the listener', () => {
	it('compresses pages with brotli', async () => {
		const page = '<p>value</p>'.repeat(500);
		const response = await ask((_req, res) => res.setHeader('content-type', 'text/html').end(page));
		const bytes = await body(response);
		expect(response.headers['content-encoding']).toBe('br');
		expect(brotliDecompressSync(bytes).toString()).toBe(page);
	});

	it('leaves alone what is compressed already', async () => {
		const bytes = Buffer.alloc(5000, 7);
		const response = await ask((_req, res) =>
			res.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip').end(bytes)
		);
		expect(response.headers['content-encoding']).toBe('gzip');
		expect(await body(response)).toEqual(bytes);
	});

	it('sends an event when it happens', async () => {
		const response = await ask((_req, res) => {
			// Only the first event: the stream stays open.
			res.setHeader('content-type', 'text/event-stream').write('data: 1\n\n');
		});
		const [chunk] = (await once(response, 'data')) as [Buffer];
		expect(response.headers['content-encoding']).toBeUndefined();
		expect(chunk.toString()).toBe('data: 1\n\n');
	});

	it('sends whoever asks for an address that cannot be decoded to one that can', async () => {
		const asked = async (path: string) => {
			const { statusCode, headers } = await ask((_req, res) => res.end('page'), {}, path);
			return [statusCode, headers.location];
		};
		expect(await asked('/result/%E0%A4%A?a=%E0')).toEqual([308, '/result/%25E0%25A4%25A?a=%E0']);
		expect(await asked('//elsewhere.example/%')).toEqual([308, '/elsewhere.example/%25']);
		expect(await asked('/result/%C3%A9%20?a=%')).toEqual([200, undefined]);
	});

	it('says itself that the connection is plain http, whatever the client says', async () => {
		const response = await ask((req, res) => res.end(String(req.headers[CONNECTION_PROTOCOL_HEADER])), {
			[CONNECTION_PROTOCOL_HEADER]: 'https'
		});
		expect((await body(response)).toString()).toBe('http');
	});

	it('answers 404 for what nobody handles', async () => {
		expect((await ask((_req, _res, next) => next())).statusCode).toBe(404);
	});
});
