import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { migrate } from '../migrations';
import type { Store } from '../store';
import type { Tables } from '../tables';
import { Announcer } from './announcer';

/** Connections of one process. Answers are gathered into few transactions, so few are enough. */
const CONNECTIONS = 10;

/** Names the lock that only one process holds; any number that nobody else uses. */
const ALONE = 7_205_759;

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
		limiter: ({ name, points, seconds }) =>
			new RateLimiterPostgres({
				storeClient: pool,
				storeType: 'pool',
				tableName: 'rate_limit',
				tableCreated: true,
				keyPrefix: name,
				points,
				duration: seconds,
				// Without the database each process counts by itself.
				insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
			}),
		alone: (work) =>
			db.connection().execute(async (connection) => {
				const { rows } = await sql<{
					locked: boolean;
				}>`select pg_try_advisory_lock(${ALONE}) as locked`.execute(connection);
				if (!rows[0]?.locked) return false;
				try {
					await work();
				} finally {
					await sql`select pg_advisory_unlock(${ALONE})`.execute(connection);
				}
				return true;
			}),
		async close() {
			await announcer.close();
			await db.destroy();
		}
	};
}
