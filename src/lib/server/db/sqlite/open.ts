import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { migrate } from '../migrations';
import { countedHere, type FrequentStatements, type Listener, type Store } from '../store';
import type { Tables } from '../tables';
import { prepareFolder } from './folder';
import { frequentStatements } from './frequent';
import { asStartProblem, refuseForeign } from './problems';

const PATIENCE_MS = 5_000;

const IN_MEMORY = ':memory:';

/**
 * Opens the database file in `folder`; `:memory:` keeps it in memory. Writes are on the disk before they resolve.
 * @param patienceMs how long it waits for another process
 * @throws StartProblem where the folder or the file cannot be used, or another process uses it
 */
export async function openSqlite(folder: string, patienceMs = PATIENCE_MS): Promise<Store> {
	const file = folder === IN_MEMORY ? folder : join(folder, 'no-strings.db');
	const opened: DatabaseSync[] = [];
	let db: Kysely<Tables>;
	let frequent: FrequentStatements;
	try {
		if (folder !== IN_MEMORY) {
			prepareFolder(folder);
			opened.push(lock(join(folder, 'no-strings.lock'), patienceMs));
		}
		const database = new DatabaseSync(file, { timeout: patienceMs });
		opened.push(database);
		database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
		refuseForeign(database);
		db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
		await migrate(db);
		frequent = frequentStatements(database, db);
	} catch (error) {
		for (const database of opened) database.close();
		throw asStartProblem(file, error);
	}
	const [held] = folder === IN_MEMORY ? [] : opened;

	const listeners = new Set<Listener>();
	return {
		...frequent,
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
		forgetDeleted: () => emptyLog(db, patienceMs),
		async close() {
			await db.destroy();
			held?.close();
		}
	};
}

/** Keeps other processes out until it is closed or the process ends. A file of its own, so that backups can read the other. */
function lock(path: string, patienceMs: number): DatabaseSync {
	const file = new DatabaseSync(path, { timeout: patienceMs });
	file.exec('pragma journal_mode = memory; begin exclusive;');
	return file;
}

/** Empties the write-ahead log, which holds what was deleted. While somebody reads it does nothing; a later call does. */
async function emptyLog(db: Kysely<Tables>, patienceMs: number): Promise<void> {
	await db.connection().execute(async (connection) => {
		await sql`pragma busy_timeout = 0`.execute(connection);
		await sql`pragma wal_checkpoint(truncate)`.execute(connection);
		await sql`pragma busy_timeout = ${sql.raw(String(patienceMs))}`.execute(connection);
	});
}

const MOST_PREPARED = 500;

/** Gives `node:sqlite` the shape of better-sqlite3, and keeps statements that Kysely would prepare for every query. */
function adapt(file: DatabaseSync): SqliteDatabase {
	const prepared = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: MOST_PREPARED });
	return {
		close: () => file.close(),
		prepare(sql) {
			const known = prepared.get(sql);
			if (known) return known;
			const statement = file.prepare(sql);
			const fresh = {
				reader: statement.columns().length > 0,
				all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
				run: (parameters: readonly unknown[]) =>
					// A full disk ends the transaction by itself; a rollback that fails would hide why.
					sql === 'rollback' && !file.isTransaction
						? { changes: 0, lastInsertRowid: 0 }
						: statement.run(...(parameters as SQLInputValue[])),
				iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as SQLInputValue[]))
			};
			prepared.set(sql, fresh);
			return fresh;
		}
	};
}
