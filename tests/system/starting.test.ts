import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { LiveWorkshop } from '../support/workshop-api';
import { beginServer, endServers, makeFolder, startServer } from '../support/server';
import { eventually, statusOf } from './support/waiting';

afterEach(endServers);

describe('a server that cannot start', () => {
	const proc = '/proc/nowhere';
	const file = join(makeFolder(), 'file');
	writeFileSync(file, '');
	const corrupt = makeFolder();
	writeFileSync(join(corrupt, 'no-strings.db'), 'x'.repeat(5_000));

	it.each([
		[
			'DATA_DIR lies below /proc',
			{ DATA_DIR: proc },
			`DATA_DIR is "${proc}", where nothing can be written (ENOENT).\n`
		],
		['DATA_DIR is a file', { DATA_DIR: file }, `DATA_DIR is "${file}", which is a file and not a folder.\n`],
		[
			'its database is damaged',
			{ DATA_DIR: corrupt },
			`The database "${corrupt}/no-strings.db" in DATA_DIR cannot be used: it is no SQLite database, or damaged.\n`
		],
		[
			'BODY_SIZE_LIMIT is no size',
			{ BODY_SIZE_LIMIT: 'abc' },
			'BODY_SIZE_LIMIT should be the largest body of a request, in bytes or with K, M or G, for example 512K; unset means 512K. It is "abc".\n'
		]
	])('says why in one sentence and ends where %s', async (_, env, sentence) => {
		const server = beginServer(env);
		expect(await server.ended).toEqual({ code: 1, signal: null });
		expect(server.logged()).toBe(sentence);
	});

	it('says so where another one uses its folder, which goes on', async () => {
		const env = { DATA_DIR: makeFolder() };
		const first = await startServer(env);
		const second = beginServer(env);
		expect(await second.ended).toEqual({ code: 1, signal: null });
		expect(second.logged()).toMatch(
			/^The database ".*" in DATA_DIR cannot be used: another server uses it\.\n$/
		);
		expect(await statusOf(first.base, '/readyz')).toBe(200);
		// One that is killed leaves nothing that keeps the next one out.
		await first.stop();
		expect(await statusOf((await startServer(env)).base, '/readyz')).toBe(200);
	});
});

it('a server that is told to stop while it waits for its database stops', async () => {
	const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
	await once(silent, 'listening');
	const { port } = silent.address() as AddressInfo;
	const server = beginServer({ DATABASE_URL: `postgres://user:password@127.0.0.1:${port}/none` });
	await once(silent, 'connection');
	server.kill('SIGTERM');
	expect(await server.ended).toEqual({ code: 0, signal: null });
	expect(server.said()).toBe('');
	silent.close();
});

it('empty variables are unset ones', async () => {
	const empty = ['ORIGIN', 'XFF_DEPTH', 'BODY_SIZE_LIMIT', 'HOST_HEADER', 'PORT_HEADER', 'PROTOCOL_HEADER'];
	const server = await startServer(Object.fromEntries(empty.map((name) => [name, ''])));
	const workshop = await LiveWorkshop.open(server.base);
	expect(await workshop.room()).toMatchObject({ stage: 'lobby' });
});

it('a server that may open few files says so, and outlives that they run out', async () => {
	const LIMIT = 90;
	const server = await startServer({}, { openFiles: LIMIT });
	await eventually(() => expect(server.said()).toContain(`allows this process ${LIMIT} open files`));
	// A visitor who is there already, before many come who send nothing.
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const visit = () =>
		new Promise<number>((resolve, reject) => {
			const sent = get({ port: server.port, path: '/favicon.svg', agent }, (response) => {
				response.resume();
				response.on('error', reject).on('end', () => resolve(response.statusCode ?? 0));
			});
			sent.on('error', reject);
		});
	expect(await visit()).toBe(200);
	const idle = Array.from({ length: LIMIT }, () =>
		connect(server.port, '127.0.0.1').on('error', () => undefined)
	);
	await Promise.all(idle.map((socket) => once(socket, 'connect')));
	// Threads that were still starting give back files that they had open: more visitors take these.
	const visitInCrowd = () => {
		idle.push(connect(server.port, '127.0.0.1').on('error', () => undefined));
		return visit().catch(() => 'cut off');
	};
	await expect.poll(visitInCrowd, { timeout: 30_000 }).toBe('cut off');
	await eventually(() => expect(server.logged()).toContain('EMFILE'));
	expect(server.alive()).toBe(true);
	for (const socket of idle) socket.destroy();
	agent.destroy();
	await eventually(async () => expect(await statusOf(server.base, '/favicon.svg')).toBe(200));
});
