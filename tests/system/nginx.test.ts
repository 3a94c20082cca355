import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/lib/server/security/limits';
import { listen, LiveWorkshop, makeToken } from '../support/workshop-api';
import { exampleIn, serviceEnvironment } from './support/docs';
import { endServers, makeFolder, startServer, type TestServer } from '../support/server';
import { eventually, statusOf } from './support/waiting';

/** Where Debian has it, which is not on everybody's path. */
const PATH = `${process.env['PATH']}:/usr/sbin`;

const missing = (() => {
	try {
		execFileSync('nginx', ['-v'], { env: { PATH }, stdio: 'pipe' });
		return '';
	} catch (error) {
		return (error as Error).message;
	}
})();
if (missing) console.log(`Skipped, as there is no nginx to put in front: ${missing}`);

/** Less than the 15 seconds after which a heartbeat would push out what a buffer holds back, in ms. */
const AT_ONCE = 12_000;

let server: TestServer;
let stopNginx: () => Promise<void>;
let base: string;
let origin: string;

async function freePort(): Promise<number> {
	const taken = createServer().listen(0, '127.0.0.1');
	await once(taken, 'listening');
	const { port } = taken.address() as AddressInfo;
	await once(taken.close(), 'close');
	return port;
}

/** The site as the docs have it, but for ports and certificates, in what Debian's own file has around it. */
function configuration(folder: string, port: number): string {
	const site = exampleIn('nginx', 'proxy_pass')
		.replace(/listen 443 ssl.*;/, `listen 127.0.0.1:${port};`)
		.replace('127.0.0.1:3000', `127.0.0.1:${server.port}`);
	const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	return `
		daemon off;
		pid ${folder}/pid;
		error_log stderr;
		${process.getuid?.() === 0 ? 'user root;' : ''}
		events { worker_connections 768; }
		http {
			${folders.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
			include /etc/nginx/mime.types;
			access_log off;
			sendfile on;
			gzip on;
			${site}
		}`;
}

describe.skipIf(missing)('behind an nginx as in the docs', () => {
	beforeAll(async () => {
		const { ORIGIN = '', ...env } = serviceEnvironment();
		origin = ORIGIN;
		server = await startServer({ ...env, ORIGIN, PORT: '0', DATA_DIR: makeFolder() });
		const folder = makeFolder();
		const port = await freePort();
		base = `http://127.0.0.1:${port}`;
		const file = join(folder, 'nginx.conf');
		writeFileSync(file, configuration(folder, port));
		const nginx = spawn('nginx', ['-e', 'stderr', '-p', folder, '-c', file], {
			env: { PATH },
			stdio: ['ignore', 'ignore', 'inherit']
		});
		const ended = once(nginx, 'close');
		stopNginx = async () => {
			nginx.kill('SIGTERM');
			await ended;
		};
		await eventually(async () => expect(await statusOf(base, '/readyz')).toBe(200));
	});
	afterAll(async () => {
		await stopNginx();
		await endServers();
	});

	it('streams pass at once, for the room and for the host', async () => {
		const workshop = await LiveWorkshop.open(base, {}, origin);
		const streams = await Promise.all([
			listen(base, `${workshop.path}/events`),
			listen(base, `${workshop.path}/host/events`, workshop.host.cookie)
		]);
		for (const joined of [1, 2, 3]) {
			const begin = performance.now();
			await workshop.seat();
			for (const stream of streams) {
				expect(stream.status).toBe(200);
				await stream.until((snapshot) => snapshot.joined === joined);
			}
			expect(performance.now() - begin).toBeLessThan(AT_ONCE);
		}
		for (const { close } of streams) close();
	});

	it('visitors are counted by their own addresses, whatever they say', async () => {
		const workshop = await LiveWorkshop.open(base, {}, origin);
		/** Somebody with an address of their own tries a key. */
		async function tryKey(
			localAddress: string,
			headers: Record<string, string> = {}
		): Promise<number | undefined> {
			const path = `${base}${workshop.path}/host?key=${makeToken()}`;
			const sent = request(path, { localAddress, headers, agent: false }).end();
			const [response] = (await once(sent, 'response')) as [IncomingMessage];
			response.resume();
			return response.statusCode;
		}
		for (let times = 0; times < LIMITS.wrongKeys.points; times++) expect(await tryKey('127.0.0.2')).toBe(401);
		expect(await tryKey('127.0.0.2')).toBe(429);
		expect(await tryKey('127.0.0.2', { 'x-forwarded-for': '192.0.2.1' })).toBe(429);
		expect(await tryKey('127.0.0.3', { 'x-forwarded-for': '127.0.0.2' })).toBe(401);
	});
});
