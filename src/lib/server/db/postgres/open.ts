import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { migrate } from '../migrations';
import { countedHere, type Store } from '../store';
import type { Tables } from '../tables';
import { Announcer } from './announcer';
import { asStartProblem } from './problems';

/** Connections of one process. Answers are gathered into few transactions, so few are enough. */
const CONNECTIONS = 10;

/** Names the lock that only one process holds; any number that nobody else uses. */
const ALONE = 7_205_759;

/** How long an answer of the database is waited for, in ms. */
const PATIENCE_MS = 5_000;

/** So old a connection is replaced: one that fell silent without breaking is not given out for ever. */
const LIFETIME_S = 20;

/** A transaction of which nothing is heard for so long ends: its process may be gone, and others wait for its rows. */
const FORGET_IDLE = `set idle_in_transaction_session_timeout = '10s'`;

/** Counts and times stay far below 2^53, so 64 bit numbers are read as numbers. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens a PostgreSQL database that any number of processes may share.
 *
 * @param patience how long a query waits for a connection, and then for its answer, before it fails, in ms
 * @throws StartProblem for a database that answers and will not do
 */
export async function openPostgres(connectionString: string, patience = PATIENCE_MS): Promise<Store> {
	await bringUpToDate(connectionString);
	const pool = new pg.Pool({
		connectionString,
		max: CONNECTIONS,
		connectionTimeoutMillis: patience,
		query_timeout: patience,
		maxLifetimeSeconds: LIFETIME_S,
		types,
		// What it gives is waited for, although its type does not say so.
		onConnect: (client): unknown => client.query(FORGET_IDLE)
	});
	outliveConnections(pool);
	takeBackIdleOnly(pool);
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	const announcer = new Announcer(pool, connectionString, patience);
	await announcer.start();
	return {
		db,
		locksRows: true,
		announce: (workshopId) => announcer.announce(workshopId),
		listen: (listener) => announcer.listen(listener),
		limiter: (limit) =>
			new RateLimiterPostgres({
				storeClient: pool,
				storeType: 'pool',
				tableName: 'rate_limit',
				tableCreated: true,
				keyPrefix: limit.name,
				points: limit.points,
				duration: limit.seconds,
				// Without the database each process counts by itself.
				insuranceLimiter: countedHere(limit)
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
		// What is left in its files until it cleans up itself is no process's to reach.
		forgetDeleted: () => Promise.resolve(),
		async close() {
			await announcer.close();
			await db.destroy();
		}
	};
}

/** Over connections of its own: a migration may take its time, and one that fails leaves none behind. */
async function bringUpToDate(connectionString: string): Promise<void> {
	const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: PATIENCE_MS });
	outliveConnections(pool);
	const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
	try {
		await migrate(db);
	} catch (error) {
		throw asStartProblem(connectionString, error);
	} finally {
		await db.destroy();
	}
}

/**
 * Ends a connection that is given back in the middle of something. After a query that took too long nobody knows what
 * comes: a late `begin` would take in whatever is stored next, and never commit it.
 */
function takeBackIdleOnly(pool: pg.Pool): void {
	pool.on('release', (_, client) => {
		const { readyForQuery } = client as typeof client & { readyForQuery: boolean };
		if (!readyForQuery || client.getTransactionStatus() !== 'I') void client.end();
	});
}

/** A connection that breaks, idle or at work, is replaced with the next query; nobody listening would end the process. */
function outliveConnections(pool: pg.Pool): void {
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
}
