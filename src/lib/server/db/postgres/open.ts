import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { migrate } from '../migrations';
import { countedHere, type Store } from '../store';
import type { Tables } from '../tables';
import { Announcer } from './announcer';
import { frequentStatements } from './frequent';
import { asStartProblem } from './problems';

const CONNECTIONS = 10;

const ALONE = 7_205_759;

const PATIENCE_MS = 5_000;

/** Replaces connections, since one may fall silent without breaking. */
const LIFETIME_S = 20;

/** Fails before the patience for a query ends, so that it is known that nothing was stored. */
const LOCK_MS = 2_000;

/** Ends the transaction of a process that is gone: others wait for its rows. */
const IDLE_TRANSACTION_MS = 10_000;

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * @param patienceMs how long a query waits for a connection, and then for its answer; for a lock it waits less
 * @throws StartProblem for a database that answers and cannot be used
 */
export async function openPostgres(connectionString: string, patienceMs = PATIENCE_MS): Promise<Store> {
	await bringUpToDate(connectionString);
	const settings = `
		set lock_timeout = ${Math.min(LOCK_MS, patienceMs / 2)};
		set idle_in_transaction_session_timeout = ${IDLE_TRANSACTION_MS};
		select statement_timestamp() as now`;
	/** How far the database's clock is ahead of ours in ms, or a little less: its answer was on its way. */
	let ahead = 0;
	async function prepare(client: pg.ClientBase) {
		const results = (await client.query(settings)) as unknown as pg.QueryResult<{ now: Date }>[];
		const now = results.at(-1)?.rows[0]?.now;
		if (now) ahead = now.getTime() - Date.now();
	}
	const pool = new pg.Pool({
		connectionString,
		max: CONNECTIONS,
		connectionTimeoutMillis: patienceMs,
		query_timeout: patienceMs,
		maxLifetimeSeconds: LIFETIME_S,
		types,
		// pg awaits the result, although the type says void.
		onConnect: (client): unknown => prepare(client)
	});
	outliveConnections(pool);
	takeBackIdleOnly(pool);
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	const announcer = new Announcer(pool, connectionString, patienceMs);
	await announcer.start();
	return {
		...frequentStatements(pool, db, () => new Date(Date.now() + ahead + patienceMs)),
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
				// Its own way keeps rows an hour longer; `deleteExpired` does it.
				clearExpiredByTimeout: false,
				keyPrefix: limit.name,
				points: limit.points,
				duration: limit.seconds,
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
		forgetDeleted: () => Promise.resolve(),
		async close() {
			await announcer.close();
			await db.destroy();
		}
	};
}

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

/** Ends a connection released inside a transaction: after a timed-out `begin` it would swallow what is stored next. */
function takeBackIdleOnly(pool: pg.Pool): void {
	pool.on('release', (_, client) => {
		const { readyForQuery } = client as typeof client & { readyForQuery: boolean };
		if (!readyForQuery || client.getTransactionStatus() !== 'I') void client.end();
	});
}

/** Listens for errors, which would end the process; the pool replaces broken connections by itself. */
function outliveConnections(pool: pg.Pool): void {
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
}
