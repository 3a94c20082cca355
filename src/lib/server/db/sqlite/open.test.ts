import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workshops as first } from '../migrations/0001-workshops';
import { limits as second } from '../migrations/0002-limits';
import { makeSecret } from '../../security/secrets';
import { participantOf } from '../../workshop/seats';
import { Workshops } from '../../workshop/workshops';
import { openWorkshop, reasonOf, SETTINGS } from '../../workshop/workshops.fixture';
import type { Store } from '../store';
import type { Tables } from '../tables';
import { openSqlite } from './open';

const TITLE = 'Quarterly favours';

const settings = { ...SETTINGS, title: TITLE };

let folder: string;
const stores: Store[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'no-strings-sqlite-'));
});
afterEach(async () => {
	for (const store of stores.splice(0)) await store.close();
});

async function open(path = folder): Promise<Store> {
	const store = await openSqlite(path, 50);
	stores.push(store);
	return store;
}

const file = () => join(folder, 'no-strings.db');

/** Every byte of ours on the disk, as characters. */
const onDisk = () =>
	readdirSync(folder)
		.map((name) => readFileSync(join(folder, name), 'latin1'))
		.join('\n');

describe('a database that cannot be used', () => {
	const refusal = (path: string) => openSqlite(path, 50).catch((error: unknown) => error);

	it('is named with its variable where another server uses it, until that one ends', async () => {
		const store = await openSqlite(folder, 50);
		expect(await refusal(folder)).toMatchObject({
			name: 'StartProblem',
			message: `The database "${file()}" in DATA_DIR cannot be used: another server uses it.`
		});
		await store.close();
		await open();
	});

	it.each([
		[
			'no SQLite database',
			() => writeFileSync(file(), 'x'.repeat(5_000)),
			/no SQLite database, or damaged\.$/
		],
		[
			'another program’s',
			() => new DatabaseSync(file()).exec('create table recipe (name text)'),
			/belongs to another program\.$/
		],
		['a folder', () => mkdirSync(file()), /nothing can be written \(EISDIR\)\.$/]
	])('is refused in one sentence where it is %s', async (_, prepare, sentence) => {
		prepare();
		const { name, message } = (await refusal(folder)) as Error;
		expect([name, message]).toEqual(['StartProblem', expect.stringMatching(sentence)]);
		expect(message).toContain('DATA_DIR');
		expect(message).toContain(folder);
		expect(message).not.toContain('\n');
	});

	it('is refused where a page of it is damaged', async () => {
		await new Workshops({ store: await open(), now: Date.now }).create(settings);
		await stores.splice(0)[0]?.close();
		const bytes = readFileSync(file());
		bytes.fill(0xaa, 4096);
		writeFileSync(file(), bytes);
		expect(await refusal(folder)).toMatchObject({
			message: expect.stringContaining('it is damaged') as string
		});
	});

	it('is refused where a newer version has been at it', async () => {
		await (await open()).close();
		stores.length = 0;
		const database = new DatabaseSync(file());
		database.exec(`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`);
		database.close();
		expect(await refusal(folder)).toMatchObject({
			message: expect.stringContaining('it is of a newer version') as string
		});
	});

	it.each([
		['a file', (file: string) => (writeFileSync(file, ''), file), 'which is a file and not a folder'],
		['below a file', (file: string) => (writeFileSync(file, ''), join(file, 'x')), 'which lies below a file'],
		['below /proc', () => '/proc/nowhere/x', 'where nothing can be written (ENOENT)']
	])('is refused where DATA_DIR is %s', async (_, prepare, why) => {
		const path = prepare(join(folder, 'there'));
		expect(await refusal(path)).toMatchObject({
			name: 'StartProblem',
			message: `DATA_DIR is "${path}", ${why}.`
		});
	});
});

it.each([1, 2])(
	'says why the database gave up a transaction, as on a full disk, with %i workshops in it',
	async (count) => {
		const store = await open();
		const workshops = new Workshops({ store, now: Date.now });
		const codes = [(await openWorkshop(workshops)).code, (await openWorkshop(workshops)).code];
		const join = () => codes.slice(0, count).map((code) => workshops.join(code, makeSecret(), 'en'));
		await sql`
			create trigger full before insert on participant
			begin select raise(rollback, 'disk full'); end`.execute(store.db);
		expect(await Promise.all(join().map(reasonOf))).toEqual(Array(count).fill('Error: disk full'));
		await sql`drop trigger full`.execute(store.db);
		await Promise.all(join());
		expect((await workshops.snapshots(codes[0] as string)).shared.joined).toBe(1);
	}
);

describe('on the disk', () => {
	it('files are their owner’s alone, also in a folder that was there before', async () => {
		for (const name of ['no-strings.db', 'no-strings.db-wal'])
			writeFileSync(join(folder, name), '', { mode: 0o644 });
		chmodSync(folder, 0o755);
		const store = await open();
		await new Workshops({ store, now: Date.now }).create(settings);
		const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
		expect(modes).toEqual(
			['no-strings.db', 'no-strings.db-shm', 'no-strings.db-wal', 'no-strings.lock'].map((name) => [
				name,
				0o600
			])
		);
	});

	it.each(['by its host', 'when its time is up'])(
		'nothing of a workshop is left that was deleted %s',
		async (how) => {
			let clock = Date.now();
			const workshops = new Workshops({ store: await open(), now: () => clock });
			const opened = await workshops.create(settings);
			if (!opened.ok) throw new Error(opened.reason);
			const { code, key } = opened;
			const seats = Array.from({ length: 200 }, makeSecret);
			await Promise.all(seats.map((seat) => workshops.join(code, seat, 'en')));
			await workshops.step(
				await workshops.hosted(code, key),
				'start',
				(await workshops.snapshots(code)).host.step
			);
			await Promise.all(seats.map((seat) => workshops.answer(code, seat, 1, 'thin-post', 2)));
			const secrets = [TITLE, ...seats.map(participantOf)];
			expect(secrets.filter((secret) => onDisk().includes(secret))).toEqual(secrets);

			if (how === 'by its host') await workshops.delete(await workshops.hosted(code, key));
			else {
				clock += 365 * 24 * 60 * 60 * 1000;
				await workshops.deleteExpired();
			}
			expect(secrets.filter((secret) => onDisk().includes(secret))).toEqual([]);
			expect(onDisk()).toContain(code);
		}
	);

	it('rows lie in the order of hashes, and those of an older version do too', async () => {
		const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: oldDatabase() }) });
		const older = { '0001-workshops': first, '0002-limits': second };
		await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(older) } }).migrateToLatest();
		const people = ['c', 'a', 'b'].map((participant_id) => ({
			workshop_id: '2C4D6F',
			participant_id,
			language: 'en',
			made_up: 0
		}));
		await db.insertInto('participant').values(people).execute();
		const answers = people.map(({ workshop_id, participant_id }, rung) => ({
			workshop_id,
			round: 1,
			scene: 'thin-post',
			participant_id,
			rung
		}));
		await db.insertInto('answer').values(answers).execute();
		await db.destroy();

		const store = await open();
		const byId = <Row extends { participant_id: string }>(rows: Row[]) =>
			rows.toSorted((a, b) => (a.participant_id < b.participant_id ? -1 : 1));
		expect(await store.db.selectFrom('participant').selectAll().execute()).toEqual(
			byId(people.map((person) => ({ ...person, away: 0 })))
		);
		expect(await store.db.selectFrom('answer').selectAll().execute()).toEqual(byId(answers));
		for (const table of ['participant', 'answer'])
			expect(() =>
				new DatabaseSync(file(), { readOnly: true }).prepare(`select rowid from ${table}`)
			).toThrow('no such column: rowid');
	});
});

/** As the version before opened it. */
function oldDatabase() {
	const database = new DatabaseSync(file());
	return {
		close: () => database.close(),
		prepare(text: string) {
			const statement = database.prepare(text);
			return {
				reader: statement.columns().length > 0,
				all: (parameters: readonly unknown[]) => statement.all(...(parameters as string[])),
				run: (parameters: readonly unknown[]) => statement.run(...(parameters as string[])),
				iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as string[]))
			};
		}
	};
}
