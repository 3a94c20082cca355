import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../db';
import { startPostgres, type TestPostgres } from '../db/postgres.fixture';
import { openPostgres } from '../db/postgres/open';
import { Workshops } from './workshops';
import { act, bothStores, openWorkshop, reasonOf, seat, type Held } from './workshops.fixture';

/** How long the store waits for an answer, in ms; for a lock it waits less. */
const PATIENCE_MS = 2_000;

/** A workshop with one participant, who can answer its first scene. */
async function openWithParticipant(workshops: Workshops) {
	const held = await openWorkshop(workshops);
	const [participant = ''] = await seat(workshops, held, 1);
	await act(workshops, held, 'start');
	return { ...held, participant };
}

type Running = Held & { participant: string };

const answerIn = (workshops: Workshops, { code, participant }: Running) =>
	workshops.answer(code, participant, 1, 'thin-post', 2);

const answered = async (workshops: Workshops, { code }: Held) =>
	(await workshops.snapshots(code)).shared.answered;

async function waitForLock(client: pg.Client): Promise<void> {
	await vi.waitFor(async () => {
		const { rowCount } = await client.query('select from pg_locks where not granted');
		expect(rowCount).toBeGreaterThan(0);
	});
}

describe('a workshop whose row somebody locks', () => {
	let postgres: TestPostgres;
	let store: Store;
	let workshops: Workshops;
	let stuck: Running;
	let others: Running[];
	let somebody: pg.Client;
	beforeAll(async () => {
		postgres = await startPostgres();
	});
	beforeEach(async () => {
		const url = await postgres.database();
		store = await openPostgres(url, PATIENCE_MS);
		workshops = new Workshops({ store, now: Date.now });
		stuck = await openWithParticipant(workshops);
		others = [await openWithParticipant(workshops), await openWithParticipant(workshops)];
		somebody = new pg.Client({ connectionString: url });
		await somebody.connect();
		await somebody.query('begin');
		await somebody.query('select from workshop where workshop_id = $1 for update', [stuck.code]);
	});
	afterEach(async () => {
		await somebody.end();
		await store.close();
	});
	afterAll(() => postgres.remove());

	it('holds up no answer of another one, whether they come together or later', async () => {
		const settled: string[] = [];
		const note = async (name: string, running: Running) =>
			settled.push(`${name}: ${await reasonOf(answerIn(workshops, running))}`);
		const [together, later] = others as [Running, Running];
		const noted = [note('stuck', stuck), note('together', together)];
		await noted[1];
		await note('later', later);
		expect(settled).toEqual(['together: none', 'later: none']);
		await Promise.all(noted);
		expect(settled[2]).toMatch(/^stuck: .*lock timeout/);
		expect(await Promise.all(others.map((other) => answered(workshops, other)))).toEqual([1, 1]);
	});

	it('takes no answer that waited for the row while the scene was closed', async () => {
		const [first] = others as [Running];
		const { session } = await workshops.hosted(first.code, first.key);
		const waiting = reasonOf(answerIn(workshops, stuck));
		await waitForLock(somebody);
		const closed = { ...session, statuses: ['closed', 'waiting', 'waiting'] };
		await somebody.query('update workshop set state = $1 where workshop_id = $2', [
			JSON.stringify(closed),
			stuck.code
		]);
		await somebody.query('commit');
		expect(await waiting).toBe('closed');
		expect(await answered(workshops, stuck)).toBe(0);
	});

	it('has stored nothing of an answer that failed, and takes it when it is repeated', async () => {
		await expect(answerIn(workshops, stuck)).rejects.toThrow('lock timeout');
		await somebody.query('rollback');
		expect(await answered(workshops, stuck)).toBe(0);
		await answerIn(workshops, stuck);
		expect(await answered(workshops, stuck)).toBe(1);
	});
});

describe('a database that cannot write answers in one statement, as distributed ones cannot,', () => {
	it('takes them in a transaction', async () => {
		const postgres = await startPostgres();
		const url = await postgres.database();
		const store = await openPostgres(url, PATIENCE_MS);
		const workshops = new Workshops({ store, now: Date.now });
		const running = await openWithParticipant(workshops);
		// With such a rule PostgreSQL refuses to update the table within another statement.
		await sql`create rule odd as on update to workshop where false do instead nothing`.execute(store.db);
		const [bundle] = [{ workshop_id: running.code, state: '', scenes: '', answers: [] }];
		expect(await store.writeAnswers([bundle])).toEqual([null]);
		for (let i = 0; i < 2; i++) expect(await reasonOf(answerIn(workshops, running))).toBe('none');
		expect(await answered(workshops, running)).toBe(1);
		await store.close();
		await postgres.remove();
	});
});

describe.each(bothStores())('a workshop whose row cannot be read, on %s,', (_, open) => {
	it('fails by itself, and what came with it is stored', async () => {
		const store = await open();
		const workshops = new Workshops({ store, now: Date.now });
		const before = await openWithParticipant(workshops);
		const broken = await openWithParticipant(workshops);
		const after = await openWithParticipant(workshops);
		await store.db
			.updateTable('workshop')
			.set({ state: '{' })
			.where('workshop_id', '=', broken.code)
			.execute();
		const outcomes = await Promise.all(
			[before, broken, after].map((running) => reasonOf(answerIn(workshops, running)))
		);
		expect(outcomes).toEqual(['none', expect.stringContaining('SyntaxError'), 'none']);
		expect([await answered(workshops, before), await answered(workshops, after)]).toEqual([1, 1]);
		await store.close();
	});
});
