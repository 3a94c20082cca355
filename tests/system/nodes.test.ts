import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Rung } from '../../src/lib/questions';
import { startPostgres, type TestPostgres } from '../../src/lib/server/db/postgres.fixture';
import { ask, LiveWorkshop, type Visitor } from '../support/workshop-api';
import { answerUntilStored, follow, ownAnswer, type Follower } from './support/people';
import { startProxy, type Proxy } from './support/proxy';
import { endServers, startServer, type TestServer } from '../support/server';
import { eventually, inPool, statusOf } from './support/waiting';

const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const [SCENE] = SCENES;
const NODES = 3;
const PEOPLE = 60;
const METRICS_TOKEN = 'only-for-this-very-test';

const MIGRATIONS = readdirSync('src/lib/server/db/migrations')
	.filter((file) => /^\d{4}-/.test(file))
	.map((file) => basename(file, '.ts'))
	.sort();

/** The lock under which clean-up runs (`src/lib/server/db/postgres/open.ts`). */
const ALONE = 7_205_759;

let postgres: TestPostgres;
let url: string;
beforeAll(async () => {
	postgres = await startPostgres();
});
beforeEach(async () => {
	url = await postgres.database();
});
afterEach(endServers);
afterAll(() => postgres?.remove());

const startNode = () => startServer({ DATABASE_URL: url, METRICS_TOKEN });
const startNodes = () => Promise.all(Array.from({ length: NODES }, startNode));

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

it('nodes that start at the same moment on an empty database bring it up to date once', async () => {
	const nodes = await startNodes();
	expect(await Promise.all(nodes.map(({ base }) => statusOf(base, '/readyz')))).toEqual([200, 200, 200]);
	const { rows } = await withClient((client) =>
		client.query('select name from kysely_migration order by name')
	);
	expect(rows.map(({ name }: { name: string }) => name)).toEqual(MIGRATIONS);
	expect(nodes.map(({ logged }) => logged())).toEqual(['', '', '']);
});

describe('three nodes behind a balancer', () => {
	let nodes: TestServer[];
	let proxy: Proxy;
	let followers: Follower[] = [];
	beforeEach(async () => {
		nodes = await startNodes();
		proxy = await startProxy(nodes.map(({ port }) => port));
	});
	afterEach(() => {
		for (const follower of followers.splice(0)) follower.stop();
		proxy.stop();
	});

	/** How many streams each of some nodes holds. */
	const listeners = (some: readonly TestServer[]) =>
		Promise.all(
			some.map(async ({ base }) => {
				const { text } = await ask(base, '/metrics', {
					headers: { authorization: `Bearer ${METRICS_TOKEN}` }
				});
				return Number(/^no_strings_listeners (\d+)$/m.exec(text)?.[1]);
			})
		);

	it('are one: a step is seen everywhere, and neither a node nor the database takes an answer along', async () => {
		const workshop = await LiveWorkshop.open(proxy.base, { scenes: SCENES });
		const people = await inPool(Array.from({ length: PEOPLE }), 20, () => workshop.seat());
		followers = [
			follow(proxy.base, `${workshop.path}/host/events`, workshop.host.cookie),
			...people.map(({ cookie }) => follow(proxy.base, `${workshop.path}/events`, cookie))
		];
		const allSee = (wanted: object) =>
			eventually(() => {
				for (const { latest } of followers) expect(latest).toMatchObject(wanted);
			});
		const answerWith = (some: typeof people, shift: number) =>
			inPool(some, 10, (person, i) => answerUntilStored(workshop, person, SCENE, ((i + shift) % 5) as Rung));

		await allSee({ stage: 'lobby', joined: PEOPLE });
		await eventually(async () => {
			for (const held of await listeners(nodes)) expect(held).toBeGreaterThan(PEOPLE / NODES / 2);
		});
		await workshop.act('start');
		await allSee({ stage: 'scene', statuses: ['open', 'waiting', 'waiting'] });
		await answerWith(people.slice(0, 20), 0);
		await allSee({ answered: 20 });

		// One node dies while people answer: who listened to it comes back to another one.
		const [lost, ...left] = nodes as [TestServer, ...TestServer[]];
		await Promise.all([answerWith(people.slice(0, 40), 1), lost.stop()]);
		await allSee({ answered: 40 });
		await eventually(async () => {
			const held = await listeners(left);
			expect(held.reduce((sum, some) => sum + some, 0)).toBe(followers.length);
		});
		expect(followers.filter(({ connections }) => connections > 1).length).toBeGreaterThan(PEOPLE / NODES / 2);

		// The database goes and comes back in the middle of the scene.
		const answering = answerWith(people, 2);
		await postgres.stop();
		await eventually(async () => expect(await statusOf(proxy.base, '/readyz')).toBe(503));
		const [first] = people as [Visitor, ...Visitor[]];
		expect((await workshop.answer(first, SCENE, 2)).status).toBe(503);
		await postgres.start();
		await answering;
		expect(left.map(({ alive }) => alive())).toEqual([true, true]);
		await allSee({ answered: PEOPLE });
		const stored = await inPool(people, 20, (person) => ownAnswer(workshop, person, SCENE));
		expect(stored).toEqual(people.map((_, i) => (i + 2) % 5));

		// And the workshop goes on.
		await workshop.act('close', 'reveal');
		await allSee({ picture: { kind: 'shares', count: PEOPLE, shares: [20, 20, 20, 20, 20] } });
	});
});

it('clean-up is left alone while another node is at it', async () => {
	const node = await startNode();
	const workshop = await LiveWorkshop.open(node.base, { scenes: SCENES });
	await withClient(async (client) => {
		const rows = async (table: 'workshop' | 'deleted_workshop') =>
			(await client.query(`select from ${table} where workshop_id = $1`, [workshop.code])).rowCount;
		await client.query('update workshop set delete_after = 1');
		await client.query('select pg_advisory_lock($1)', [ALONE]);

		// Nodes look for workshops whose time is up when they start.
		await startServer({ DATABASE_URL: `${url}?application_name=second` });
		await eventually(async () => {
			const asked = await client.query(
				`select from pg_stat_activity where application_name = 'second' and state = 'idle' and query like '%pg_try_advisory_lock%'`
			);
			expect(asked.rowCount).toBe(1);
		});
		expect(await rows('workshop')).toBe(1);

		await client.query('select pg_advisory_unlock($1)', [ALONE]);
		await startNodes();
		await eventually(async () => expect(await rows('workshop')).toBe(0));
		expect(await rows('deleted_workshop')).toBe(1);
		expect(await statusOf(node.base, `${workshop.path}/state`)).toBe(410);
	});
});
