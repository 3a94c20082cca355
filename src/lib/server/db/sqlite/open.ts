import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { migrate } from '../migrations';
import type { Listener, Store } from '../store';
import type { Tables } from '../tables';

/** How long a process waits for another one that writes, in ms: one that stops while the next one starts. */
const PATIENCE_MS = 5_000;

/**
 * Opens the database of one machine, a file in `folder`; `:memory:` keeps it in memory. A write is on the disk before
 * it counts as done (`synchronous=FULL`).
 */
export async function openSqlite(folder: string): Promise<Store> {
	const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(openFile(folder)) }) });
	await migrate(db);
	const listeners = new Set<Listener>();
	return {
		db,
		locksRows: false,
		announce(workshopId) {
			for (const listener of listeners) listener(workshopId);
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		limiter: ({ name, points, seconds }) =>
			new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
		async alone(work) {
			await work();
			return true;
		},
		close: () => db.destroy()
	};
}

function openFile(folder: string): DatabaseSync {
	const inMemory = folder === ':memory:';
	if (!inMemory) mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = new DatabaseSync(inMemory ? folder : join(folder, 'no-strings.db'), { timeout: PATIENCE_MS });
	file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
	return file;
}

/** Kysely speaks better-sqlite3's dialect of JavaScript. */
function adapt(file: DatabaseSync): SqliteDatabase {
	return {
		close: () => file.close(),
		prepare(sql) {
			const statement = file.prepare(sql);
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
				run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
				iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[]))
			};
		}
	};
}
