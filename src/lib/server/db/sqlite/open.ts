import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { migrate } from '../migrations';
import { countedHere, type Listener, type Store } from '../store';
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
		limiter: countedHere,
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

/** How many statements stay prepared. There are some dozens; only bundles of answers come in many lengths. */
const PREPARED = 500;

/** Kysely speaks better-sqlite3's dialect of JavaScript. It asks for every query anew what can be prepared once. */
function adapt(file: DatabaseSync): SqliteDatabase {
	const prepared = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: PREPARED });
	return {
		close: () => file.close(),
		prepare(sql) {
			const known = prepared.get(sql);
			if (known) return known;
			const statement = file.prepare(sql);
			const fresh = {
				reader: statement.columns().length > 0,
				all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
				run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
				iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as SQLInputValue[]))
			};
			prepared.set(sql, fresh);
			return fresh;
		}
	};
}
