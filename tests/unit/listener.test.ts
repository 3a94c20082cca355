import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

/** Sends one request as it stands, and returns what comes back. */
async function send(handler: Handler, target: string, host = 'localhost') {
	const server = createServer(createListener(handler)).listen(0, '127.0.0.1');
	open.push(() => (server.close(), server.closeAllConnections()));
	await once(server, 'listening');
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	socket.write(`GET ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
	return text(socket);
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

	it('says nothing of safety in a 304: the response that it confirms keeps its own policy', async () => {
		const policy = 'content-security-policy';
		const whole = await ask((_req, res) => res.writeHead(200).end());
		const confirmed = await ask((_req, res) => res.setHeader('etag', '"1"').writeHead(304).end());
		expect(whole.headers).toHaveProperty(policy);
		expect(confirmed.headers).not.toHaveProperty(policy);
		expect(confirmed.headers).not.toHaveProperty('x-frame-options');
		expect(confirmed.headers).toHaveProperty('etag');
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

	it('cuts off a response whose file cannot be opened, and goes on', async () => {
		const logged = vi.spyOn(console, 'error').mockReturnValue();
		const handler: Handler = (_req, res) => {
			res.writeHead(200, { 'content-length': 5 });
			createReadStream('/nowhere/at/all.js').pipe(res);
		};
		await expect(ask(handler)).rejects.toThrow('socket hang up');
		expect(logged.mock.calls).toEqual([[expect.stringContaining('ENOENT')]]);
		expect((await ask((_req, res) => res.end())).statusCode).toBe(200);
		logged.mockRestore();
	});

	it('closes the file of a response that the client does not wait for', async () => {
		const file = createReadStream('/dev/zero');
		const response = await ask((_req, res) => file.pipe(res.writeHead(200)));
		response.destroy();
		await once(file, 'close');
		expect(file.destroyed).toBe(true);
	});

	it('passes on a range that is plain, and takes any other one for none', async () => {
		const asked = async (range: string, headers: Record<string, string> = {}) =>
			(
				await body(await ask((req, res) => res.end(req.headers.range ?? ''), { range, ...headers }))
			).toString();
		for (const range of ['bytes=0-', 'bytes=1-1', 'bytes=5-99', 'bytes=99999-'])
			expect(await asked(range)).toBe(range);
		const none = ['bytes=5-1', 'bytes=-5', 'bytes=0-0', 'bytes=0-1,3-4', 'bytes=', 'lines=1-2', '1-2'];
		for (const range of [...none, `bytes=0-${'9'.repeat(30)}`]) expect(await asked(range), range).toBe('');
		expect(await asked('bytes=1-2', { 'if-range': '"x"' })).toBe('');
	});

	it('takes an address in absolute form apart, whose host counts', async () => {
		const handler: Handler = (req, res) => res.end(`${req.headers.host} ${req.url}`);
		for (const [target, seen] of [
			['http://quiz.example:8080/quiz/full?a=http://b/', 'quiz.example:8080 /quiz/full?a=http://b/'],
			['HTTPS://quiz.example', 'quiz.example /'],
			['http://quiz.example?a=b', 'quiz.example /?a=b'],
			['/quiz?a=http://b/', 'localhost /quiz?a=http://b/']
		] as const)
			expect((await send(handler, target)).split('\r\n\r\n')[1], target).toContain(seen);
		expect(await send(handler, `http://${'a'.repeat(260)}/`)).toMatch(/^HTTP\/1\.1 400 /);
		expect(await send(handler, 'http://quiz.example//elsewhere.example/%')).toContain(
			'location: /elsewhere.example/%25'
		);
	});

	it('refuses a request that names two hosts', async () => {
		const answer = await send((_req, res) => res.end(), '/', 'localhost\r\nhost: example.org');
		expect(answer).toMatch(/^HTTP\/1\.1 400 /);
	});

	it('refuses a host that is longer than any name', async () => {
		const asked = async (host: string) => (await ask((_req, res) => res.end(), { host })).statusCode;
		expect(await asked(`${'a'.repeat(253)}:65535`)).toBe(200);
		expect(await asked('a'.repeat(260))).toBe(400);
	});

	it('answers 404 for what nobody handles', async () => {
		expect((await ask((_req, _res, next) => next())).statusCode).toBe(404);
	});
});
