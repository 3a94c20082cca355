import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CODE } from '../support/runs';
import { JSON_TYPE, listen, LiveWorkshop, type Visitor } from '../support/workshop-api';
import { bothDatabases } from './support/databases';
import { ownAnswer } from './support/people';
import { endServers, startServer } from '../support/server';
import { inPool, statusOf } from './support/waiting';

const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const [SCENE] = SCENES;
const LISTENERS = 200;
const PEOPLE = 30;
const AT_ONCE = 50;

/** After so long the service file in docs/DEPLOY.md kills it. */
const DEADLINE_MS = 10_000;

afterEach(endServers);

/** Sends an answer but for its end, from when the server has begun to read it. */
async function beginAnswer({ base, path }: LiveWorkshop, person: Visitor, rung: number) {
	const body = JSON.stringify({ round: 1, scene: SCENE, rung });
	const sent = request(`${base}${path}/answers`, {
		method: 'POST',
		headers: { ...JSON_TYPE, ...person.cookie, 'content-length': body.length, expect: '100-continue' },
		agent: false
	});
	sent.write(body.slice(0, -1));
	await once(sent, 'continue');
	return async () => {
		sent.end(body.slice(-1));
		const [response] = (await once(sent, 'response')) as [IncomingMessage];
		response.resume();
		return response.statusCode;
	};
}

describe.each(bothDatabases())('on %s a server that is told to stop', (_, database) => {
	it('ends its streams, stores what is on its way, and is gone in time', async () => {
		const env = await database();
		const server = await startServer(env);
		const workshop = await LiveWorkshop.open(server.base, { scenes: SCENES });
		const people = await inPool(Array.from({ length: PEOPLE }), AT_ONCE, () => workshop.seat());
		await workshop.act('start');
		const streams = await inPool(Array.from({ length: LISTENERS }), AT_ONCE, () =>
			listen(server.base, `${workshop.path}/events`)
		);
		// One of them never reads, and pictures have threads of their own.
		const deaf = connect(server.port, '127.0.0.1').on('error', () => undefined);
		deaf.pause().write(`GET ${workshop.path}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`);
		expect(await statusOf(server.base, `/result/${CODE}/card.png`)).toBe(200);
		const finish = await inPool(people, AT_ONCE, (person, i) => beginAnswer(workshop, person, i % 5));

		const begin = performance.now();
		server.kill('SIGTERM');
		const untilItsEnd = async ({ next }: (typeof streams)[number]) => {
			while ((await next()) !== null);
		};
		// A stream that were cut off would throw.
		await Promise.all(streams.map(untilItsEnd));
		expect(await inPool(finish, AT_ONCE, (end) => end())).toEqual(people.map(() => 200));
		expect(await server.ended).toEqual({ code: 0, signal: null });
		expect(performance.now() - begin).toBeLessThan(DEADLINE_MS);
		expect(server.logged()).toBe('');
		deaf.destroy();

		await startServer({ ...env, PORT: String(server.port) });
		const stored = await inPool(people, AT_ONCE, (person) => ownAnswer(workshop, person, SCENE));
		expect(stored).toEqual(people.map((_, i) => i % 5));
	});
});
