import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection, type AddressInfo, createServer } from 'node:net';
import { beginServer, startServer } from '../support/server';

/** As `npm start` does it. */
const NPM_START = { program: 'scripts/start.mjs' } as const;

/** A form post as a browser sends it that has the page open under `origin`. */
async function post(port: number, origin: string, headers: Record<string, string> = {}) {
	const sent = request({
		port,
		method: 'POST',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			host: new URL(origin).host,
			origin,
			...headers
		}
	});
	const [response] = (await once(sent.end('a=b'), 'response')) as [import('node:http').IncomingMessage];
	response.resume();
	return response.statusCode;
}

const FORBIDDEN = 403;

test('says what is wrong with the environment, and ends', async () => {
	const server = beginServer({ PORT: 'three', ORIGIN: 'https://example.org/quiz' }, NPM_START);
	expect(await server.ended).toMatchObject({ code: 1 });
	expect(server.said() + server.logged()).toMatch(
		/^PORT should be .*"three"\.\nORIGIN should be .*quiz"\.\n$/
	);
});

test('says in one sentence that a port is taken, and ends', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	const server = beginServer({ PORT: String(port) }, NPM_START);
	expect(await server.ended).toMatchObject({ code: 1 });
	expect(server.said() + server.logged()).toMatch(new RegExp(`^Port ${port} is in use already: .*\\n$`));
	other.close();
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	test(`ends well on ${signal}, with a request under way`, async () => {
		const server = await startServer({}, NPM_START);
		const slow = createConnection(server.port, '127.0.0.1');
		slow.on('error', () => undefined);
		await once(slow, 'connect');
		slow.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf');
		server.kill(signal);
		expect(await server.ended).toMatchObject({ code: 0 });
		await expect(post(server.port, 'http://localhost')).rejects.toThrow(/ECONNREFUSED/);
		slow.destroy();
	});
}

test('takes forms under any name of the machine, and none from elsewhere', async () => {
	const { port, stop } = await startServer({}, NPM_START);
	for (const origin of [`http://localhost:${port}`, 'http://192.168.1.20:3000', 'http://hall.local']) {
		expect(await post(port, origin)).not.toBe(FORBIDDEN);
	}
	const host = `localhost:${port}`;
	expect(await post(port, 'http://elsewhere.example', { host })).toBe(FORBIDDEN);
	expect(await post(port, `https://${host}`, { host, 'x-connection-protocol': 'https' })).toBe(FORBIDDEN);
	await stop('SIGTERM');
});

test('takes forms under the configured origin only', async () => {
	const { port, stop } = await startServer({ ORIGIN: 'https://quiz.example.org' }, NPM_START);
	const host = `localhost:${port}`;
	expect(await post(port, 'https://quiz.example.org', { host })).not.toBe(FORBIDDEN);
	expect(await post(port, `http://${host}`)).toBe(FORBIDDEN);
	await stop('SIGTERM');
});

test('believes a proxy about https when told which header to read', async () => {
	const { port, stop } = await startServer({ PROTOCOL_HEADER: 'x-forwarded-proto' }, NPM_START);
	expect(await post(port, 'https://hall.local', { 'x-forwarded-proto': 'https' })).not.toBe(FORBIDDEN);
	expect(await post(port, 'http://hall.local', { 'x-forwarded-proto': 'https' })).toBe(FORBIDDEN);
	await stop('SIGTERM');
});

test('compresses pages', async ({ request: browser }) => {
	const response = await browser.get('/', { headers: { 'accept-encoding': 'br' } });
	expect(response.headers()['content-encoding']).toBe('br');
	expect(await response.text()).toContain('<!doctype html>');
});
