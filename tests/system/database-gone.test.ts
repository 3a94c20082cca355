import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../src/lib/server/db/postgres.fixture';
import refusals from '../../src/lib/i18n/messages/en/refusal.json' with { type: 'json' };
import { CODE } from '../support/runs';
import { ask, listen, LiveWorkshop, Visitor } from '../support/workshop-api';
import { answerUntilStored, follow, type Follower } from './support/people';
import { startProxy, type Proxy } from './support/proxy';
import { endServers, startServer, type TestServer } from '../support/server';
import { eventually, statusOf } from './support/waiting';

const SCENES = ['thin-post', 'dealer-host', 'free-audit'] as const;
const [SCENE] = SCENES;
const { unavailable: UNAVAILABLE } = refusals;

/** What has nothing to do with the database takes no longer than usual by so much, in ms: less than one query waits. */
const HARDLY_LONGER = 4_000;

/** Whoever needs it hears within so many ms that it does not work. */
const PATIENCE = 40_000;

let postgres: TestPostgres;
let url: string;
let client: pg.Client;
/** In no transaction, where activity would stand still. */
let watcher: pg.Client;
let followers: Follower[];
beforeAll(async () => {
	postgres = await startPostgres();
});
beforeEach(async () => {
	url = await postgres.database();
	followers = [];
});
afterEach(async () => {
	for (const follower of followers) follower.stop();
	await endServers();
});
afterAll(() => postgres.remove());

async function connect(): Promise<pg.Client> {
	const connection = new pg.Client({ connectionString: url });
	connection.on('error', () => undefined);
	await connection.connect();
	return connection;
}

/** What needs no database: it is there, and at once. */
async function soloGoesOn({ base }: TestServer): Promise<void> {
	const paths = ['/', '/quiz/full', `/result/${CODE}`, `/result/${CODE}/card.png`, '/card.png', '/healthz'];
	for (const path of paths) expect(await statusOf(base, path), path).toBe(200);
}

/** What people who have nothing to do with a workshop yet are told. */
async function strangersHearWhy({ base }: TestServer): Promise<void> {
	expect(await statusOf(base, '/readyz')).toBe(503);
	const visitor = new Visitor(base);
	const joining = await visitor.postForm('/join', { code: '2C4D6F' });
	expect(joining.status).toBe(503);
	expect(joining.text).toContain(UNAVAILABLE);
	await expect(LiveWorkshop.open(base)).rejects.toThrow('503');
	const state = await ask(base, '/w/2C4D6F/state');
	expect([state.status, state.text]).toEqual([503, '{"reason":"unavailable"}']);
	expect(state.headers['retry-after']).toBe('1');
}

/** What people in a workshop are told. */
async function peopleHearWhy(workshop: LiveWorkshop, person: Visitor): Promise<void> {
	const refused = [
		await workshop.answer(person, SCENE, 3),
		await person.ask(`${workshop.path}/state`),
		await workshop.host.postJson(`${workshop.path}/host/steps`, { action: 'close', seen: 1 })
	];
	for (const { status, text } of refused) expect([status, text]).toEqual([503, '{"reason":"unavailable"}']);
	const page = await workshop.host.ask(`${workshop.path}/host`);
	expect(page.status).toBe(503);
	expect(page.text).toContain(UNAVAILABLE);
}

it('a server that starts without its database serves the quiz, and workshops as soon as it can', async () => {
	await postgres.stop();
	const server = await startServer({ DATABASE_URL: url });
	await soloGoesOn(server);
	await strangersHearWhy(server);
	await postgres.start();
	await eventually(async () => expect(await statusOf(server.base, '/readyz')).toBe(200));
	const workshop = await LiveWorkshop.open(server.base, { scenes: SCENES });
	expect(await workshop.room()).toMatchObject({ stage: 'lobby' });
});

describe('a server that has a workshop', () => {
	let server: TestServer;
	let proxy: Proxy;
	let workshop: LiveWorkshop;
	let person: Visitor;
	let follower: Follower;
	beforeEach(async () => {
		proxy = await startProxy([Number(new URL(url).port)]);
		const through = new URL(url);
		through.port = String(proxy.port);
		server = await startServer({ DATABASE_URL: through.href });
		workshop = await LiveWorkshop.open(server.base, { scenes: SCENES });
		person = await workshop.seat();
		await workshop.act('start');
		expect((await workshop.answer(person, SCENE, 1)).status).toBe(200);
		follower = follow(server.base, `${workshop.path}/events`);
		followers.push(follower);
		await eventually(() => expect(follower.latest).toMatchObject({ joined: 1, answered: 1 }));
		[client, watcher] = await Promise.all([connect(), connect()]);
	});
	afterEach(async () => {
		proxy.stop();
		for (const connection of [client, watcher]) await connection.end().catch(() => undefined);
	});

	/** Who listened all the time sees what happens after the fault, and so does who comes now. */
	async function goesOn(): Promise<void> {
		await eventually(async () => expect(await statusOf(server.base, '/readyz')).toBe(200));
		await answerUntilStored(workshop, person, SCENE, 3);
		const second = await workshop.seat();
		await answerUntilStored(workshop, second, SCENE, 4);
		await eventually(() => expect(follower.latest).toMatchObject({ joined: 2, answered: 2 }));
		expect(server.alive()).toBe(true);
	}

	/** Keeps answers waiting in the database until `rollback`. */
	async function holdWorkshop(): Promise<void> {
		await client.query('begin');
		await client.query('select from workshop where workshop_id = $1 for update', [workshop.code]);
	}

	/** How many other connections have a statement that does not end; where it waits, maybe on a worker, does not matter. */
	async function waiting(deed = ''): Promise<number | null> {
		const waits = `datname = current_database() and pid != pg_backend_pid() and state = 'active'
			and query_start < clock_timestamp() - interval '300 ms'`;
		return (await watcher.query(`select ${deed} from pg_stat_activity where ${waits}`)).rowCount;
	}

	it('says so while the database is stopped, and goes on when it is back', async () => {
		await postgres.stop();
		await soloGoesOn(server);
		await strangersHearWhy(server);
		await peopleHearWhy(workshop, person);
		await postgres.start();
		await goesOn();
		// Nobody had to come back for it.
		expect(follower.connections).toBe(1);
	});

	it('does not wait for a database that has fallen silent', async () => {
		const usual = Date.now();
		await soloGoesOn(server);
		const soon = Date.now() - usual + HARDLY_LONGER;
		// One transaction gets its lock when nobody is there any more to end it.
		await holdWorkshop();
		const cutOff = workshop.answer(person, SCENE, 2);
		await eventually(async () => expect(await waiting()).toBe(1));
		proxy.silence();
		await client.query('rollback');
		const begin = Date.now();
		const asked = [
			cutOff,
			workshop.answer(person, SCENE, 3),
			ask(server.base, `${workshop.path}/state`),
			ask(server.base, '/readyz')
		];
		await soloGoesOn(server);
		expect(Date.now() - begin).toBeLessThan(soon);
		for (const { status } of await Promise.all(asked)) expect(status).toBe(503);
		expect(Date.now() - begin).toBeLessThan(PATIENCE);

		proxy.mend();
		// Somebody changes the workshop elsewhere, which only the line that listens can tell.
		await client.query('update workshop set title = $1, version = version + 1', ['Elsewhere']);
		await client.query('select pg_notify($1, $2)', ['no_strings_changed', workshop.code]);
		await eventually(() => expect(follower.latest).toMatchObject({ title: 'Elsewhere' }));
		await goesOn();
	});

	it('survives that a connection is cut in the middle of a transaction', async () => {
		await holdWorkshop();
		const cutOff = workshop.answer(person, SCENE, 2);
		await eventually(async () => expect(await waiting()).toBe(1));
		await waiting('pg_terminate_backend(pid)');
		expect((await cutOff).status).toBe(503);
		await client.query('rollback');
		await goesOn();
	});

	it('tells those who listen what it could not read as soon as it can', async () => {
		await client.query('alter table participant rename to mislaid');
		await client.query('update workshop set title = $1, version = version + 1', ['Wednesday']);
		await client.query('select pg_notify($1, $2)', ['no_strings_changed', workshop.code]);
		// It has tried when it has nothing for those who come now.
		await eventually(async () => {
			const { status, close } = await listen(server.base, `${workshop.path}/events`);
			close();
			expect(status).toBe(503);
		});
		expect(follower.latest).toMatchObject({ title: 'Tuesday' });
		await client.query('alter table mislaid rename to participant');
		await eventually(() => expect(follower.latest).toMatchObject({ title: 'Wednesday' }));
	});
});
