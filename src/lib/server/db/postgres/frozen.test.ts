import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it, onTestFailed, vi } from 'vitest';
import { Workshops } from '../../workshop/workshops';
import { act, openWorkshop, seat } from '../../workshop/workshops.fixture';
import { startPostgres, type TestPostgres } from '../postgres.fixture';
import type { Rung } from '../../../questions';
import type { Store } from '../store';
import { openPostgres } from './open';

/** How long the store waits for an answer, in ms. */
const PATIENCE = 500;

let postgres: TestPostgres;
let store: Store;
beforeAll(async () => {
	postgres = await startPostgres();
});
afterEach(async () => {
	vi.restoreAllMocks();
	await store.close();
});
afterAll(() => postgres.remove());

/** Stops the process behind a connection as it is sent its nth statement from now on. Returns what lets it go on, and tells its id. */
function freezeAt(n: number, name?: string) {
	const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
	let sent = 0;
	let frozen = 0;
	vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
		if (name && (args[0] as { name?: string }).name !== name) return query.apply(this, args) as never;
		if (++sent === n) {
			frozen = (this as unknown as { processID: number }).processID;
			process.kill(frozen, 'SIGSTOP');
		}
		return query.apply(this, args) as never;
	});
	return () => {
		if (frozen) process.kill(frozen, 'SIGCONT');
		vi.restoreAllMocks();
		return frozen;
	};
}

async function connect(connectionString: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString });
	client.on('error', () => undefined);
	await client.connect();
	return client;
}

it('has what it acknowledges after the database froze, whichever statement that was', async () => {
	const url = await postgres.database();
	store = await openPostgres(url, PATIENCE);
	const workshops = new Workshops({ store, now: Date.now });
	const witness = await connect(url);

	const openOne = () => openWorkshop(workshops);
	/** All that is stored in transactions, and what is stored without. */
	async function holdOne() {
		const held = await openOne();
		const [someone = ''] = await seat(workshops, held, 1);
		await act(workshops, held, 'start');
		await workshops.answer(held.code, someone, 1, 'thin-post', 2);
	}

	let frozen = true;
	let rounds = 0;
	for (; frozen; rounds++) {
		const thaw = freezeAt(rounds + 1);
		await holdOne().catch(() => undefined);
		frozen = thaw() !== 0;
		for (let i = 0; i < 3; i++) {
			// On a busy machine an answer may be late; what counts is what was acknowledged.
			const { code } = await vi.waitFor(openOne, 10_000);
			// Another connection sees what is committed only.
			const { rowCount } = await witness.query('select from workshop where workshop_id = $1', [code]);
			expect(rowCount, `after statement ${rounds + 1}`).toBe(1);
		}
	}
	expect(rounds).toBeGreaterThan(10);
	await witness.end();
});

it('keeps the last answer when the database thaws with an earlier one that it had not read', async () => {
	const url = await postgres.database();
	store = await openPostgres(url, PATIENCE);
	const workshops = new Workshops({ store, now: Date.now });
	const workshop = await openWorkshop(workshops);
	const [someone = ''] = await seat(workshops, workshop, 1);
	await act(workshops, workshop, 'start');
	const answer = (rung: Rung) => workshops.answer(workshop.code, someone, 1, 'thin-post', rung);
	await answer(0);

	const thaw = freezeAt(1, 'write answers');
	onTestFailed(() => void thaw());
	await expect(answer(1)).rejects.toThrow();
	await vi.waitFor(() => answer(2), 10_000);
	const frozen = thaw();
	expect(frozen).toBeGreaterThan(0);
	// The process that was given up ends once it has read what was sent to it.
	const witness = await connect(url);
	await vi.waitFor(async () => {
		const { rowCount } = await witness.query('select from pg_stat_activity where pid = $1', [frozen]);
		expect(rowCount).toBe(0);
	}, 10_000);
	await witness.end();
	expect((await workshops.answersOf(workshop.code, someone)).answers).toEqual({ 'thin-post': 2 });
});
