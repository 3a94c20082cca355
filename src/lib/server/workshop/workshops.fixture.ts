import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Settings } from '../../group';
import type { HostAction } from '../../protocol';
import type { Store } from '../db';
import { startPostgres, type TestPostgres } from '../db/postgres.fixture';
import { openPostgres } from '../db/postgres/open';
import { openSqlite } from '../db/sqlite/open';
import { Refusal } from '../refusal';
import { makeSecret } from '../security/secrets';
import { Workshops } from './workshops';

/** What a host holds. */
export type Held = { code: string; key: string };

export const SETTINGS: Settings = {
	title: 'Monday',
	language: 'en',
	scenes: ['thin-post', 'dealer-host', 'free-audit'],
	pace: 'led',
	countdown: null,
	smallestGroup: 3,
	keepDays: 30,
	rows: false,
	guessing: false,
	framing: false
};

/**
 * Names both databases and opens one of each; a PostgreSQL runs as long as the suite that calls this.
 * @param dump statements that fill each database before it is opened
 */
export function bothStores(dump?: string): [name: string, open: () => Promise<Store>][] {
	let postgres: TestPostgres | undefined;
	beforeAll(async () => {
		postgres = await startPostgres();
	});
	afterAll(() => postgres?.remove());
	return [
		['SQLite', () => openSqlite(dump === undefined ? ':memory:' : fileOf(dump))],
		[
			'PostgreSQL',
			async () => {
				const url = (await postgres?.database()) ?? '';
				if (dump !== undefined) await fill(url, dump);
				return openPostgres(url);
			}
		]
	];
}

/** Returns a folder with a database in it. */
function fileOf(dump: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'no-strings-dump-'));
	const file = new DatabaseSync(join(folder, 'no-strings.db'));
	file.exec(dump);
	file.close();
	return folder;
}

async function fill(connectionString: string, dump: string): Promise<void> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	await client.query(dump.replaceAll('without rowid', ''));
	await client.end();
}

/** Opens the workshops of a new database for each test, and what a test does with them all the time. */
export function eachWithWorkshops(open: () => Promise<Store>) {
	const at = {} as { store: Store; workshops: Workshops; clock: number };
	beforeEach(async () => {
		at.store = await open();
		at.clock = Date.UTC(2026, 10, 23, 14, 30);
		at.workshops = new Workshops({ store: at.store, now: () => at.clock });
	});
	afterEach(() => at.store.close());
	return {
		at,
		opened: (changes?: Partial<Settings>) => openWorkshop(at.workshops, changes),
		seated: (code: string, people: number) => seat(at.workshops, { code, key: '' }, people),
		act: (code: string, key: string, ...actions: HostAction[]) =>
			act(at.workshops, { code, key }, ...actions),
		shared: async (code: string) => (await at.workshops.snapshots(code)).shared
	};
}

export async function openWorkshop(workshops: Workshops, changes: Partial<Settings> = {}): Promise<Held> {
	const created = await workshops.create({ ...SETTINGS, ...changes });
	if (!created.ok) throw new Error(created.reason);
	return created;
}

/** Returns the seats of some new participants. */
export async function seat(workshops: Workshops, { code }: Held, people: number): Promise<string[]> {
	const seats = Array.from({ length: people }, makeSecret);
	await Promise.all(seats.map((seat) => workshops.join(code, seat, 'en')));
	return seats;
}

export async function act(workshops: Workshops, { code, key }: Held, ...actions: HostAction[]) {
	for (const action of actions) {
		const workshop = await workshops.hosted(code, key);
		await workshops.step(workshop, action, workshop.step);
	}
}

/** Returns why something was refused, `none` where it was not, the error's text where it failed. */
export function reasonOf(promise: Promise<unknown>): Promise<string> {
	return promise.then(
		() => 'none',
		(error: unknown) => (error instanceof Refusal ? error.reason : String(error))
	);
}
