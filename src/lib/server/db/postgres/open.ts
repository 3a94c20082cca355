import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from '../migrations';
import type { Store } from '../store';
import type { Tables } from '../tables';
import { Announcer } from './announcer';

/** Connections of one process. Answers are gathered into few transactions, so few are enough. */
const CONNECTIONS = 10;

/** How long a query waits for a connection before it fails, in ms. */
const PATIENCE_MS = 5_000;

/** Counts and times stay far below 2^53, so 64 bit numbers are read as numbers. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a PostgreSQL database that any number of processes may share. */
export async function openPostgres(connectionString: string): Promise<Store> {
	const pool = new pg.Pool({
		connectionString,
		max: CONNECTIONS,
		connectionTimeoutMillis: PATIENCE_MS,
		keepAlive: true,
		types
	});
	// An idle connection that breaks is replaced with the next query.
	pool.on('error', () => undefined);
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	await migrate(db);
	const announcer = new Announcer(pool, connectionString);
	await announcer.start();
	return {
		db,
		locksRows: true,
		announce: (workshopId) => announcer.announce(workshopId),
		listen: (listener) => announcer.listen(listener),
		async close() {
			await announcer.close();
			await db.destroy();
		}
	};
}
