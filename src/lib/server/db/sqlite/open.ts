import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { migrate } from '../migrations';
import { countedHere, type Listener, type Store } from '../store';
import type { Tables } from '../tables';
import { prepareFolder } from './folder';
import { asStartProblem, refuseForeign } from './problems';

/** How long a process waits for another one that writes, in ms: one that stops while the next one starts. */
const PATIENCE_MS = 5_000;

const IN_MEMORY = ':memory:';

/**
 * Opens the database of one machine, a file in `folder`; `:memory:` keeps it in memory. A write is on the disk before
 * it counts as done (`synchronous=FULL`).
 * @param patience how long another process is waited for, in ms
 * @throws StartProblem where the folder or the file cannot be used, or another process uses it
 */
export async function openSqlite(folder: string, patience = PATIENCE_MS): Promise<Store> {
	const file = folder === IN_MEMORY ? folder : join(folder, 'no-strings.db');
	const opened: DatabaseSync[] = [];
	let db: Kysely<Tables>;
	try {
		if (folder !== IN_MEMORY) {
			prepareFolder(folder);
			opened.push(lock(join(folder, 'no-strings.lock'), patience));
		}
		const database = new DatabaseSync(file, { timeout: patience });
		opened.push(database);
		database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
		refuseForeign(database);
		db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
		await migrate(db);
	} catch (error) {
		for (const database of opened) database.close();
		throw asStartProblem(file, error);
	}
	const [held] = folder === IN_MEMORY ? [] : opened;

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
		forgetDeleted: () => emptyLog(db, patience),
		async close() {
			await db.destroy();
			held?.close();
		}
	};
}

/**
 * Keeps other processes out, until the returned database is closed or the process ends in whatever way. It has a file
 * of its own, so that a backup may read the other one meanwhile.
 */
function lock(path: string, patience: number): DatabaseSync {
	const file = new DatabaseSync(path, { timeout: patience });
	file.exec('pragma journal_mode = memory; begin exclusive;');
	return file;
}

/** The write-ahead log holds what tables held before. Where somebody reads meanwhile, a later call does it. */
async function emptyLog(db: Kysely<Tables>, patience: number): Promise<void> {
	await db.connection().execute(async (connection) => {
		// A backup that reads would be waited for, and everything with it.
		await sql`pragma busy_timeout = 0`.execute(connection);
		await sql`pragma wal_checkpoint(truncate)`.execute(connection);
		await sql`pragma busy_timeout = ${sql.raw(String(patience))}`.execute(connection);
	});
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
