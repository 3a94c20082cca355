import type { Kysely, Transaction } from 'kysely';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Tables } from './tables';

/** Hears which workshop changed; null after a gap, when any of them may have. */
export type Listener = (workshopId: string | null) => void;

/** A database, and the little in which the two that we support differ. */
export interface Store {
	readonly db: Kysely<Tables>;
	/** Whether rows are locked by asking for it. Where one writer works at a time there is nothing to ask. */
	readonly locksRows: boolean;
	/** Says to everybody who listens, in this process and others, that a workshop changed. Never fails. */
	announce(workshopId: string): void;
	/** Hears of changes until the returned function is called. */
	listen(listener: Listener): () => void;
	/** Counts something per key; processes that share the database count together. */
	limiter(limit: Limit): RateLimiterAbstract;
	/** Does something that one process at a time should do; gives false where another one is doing it. */
	alone(work: () => Promise<void>): Promise<boolean>;
	/** Takes what was deleted out of our own files, as far as that can be; see docs/SECURITY.md. */
	forgetDeleted(): Promise<void>;
	close(): Promise<void>;
}

/** So many points per key in so many seconds. */
export type Limit = { name: string; points: number; seconds: number };

/** Counts per key in this process alone. */
export function countedHere({ name, points, seconds }: Limit): RateLimiterMemory {
	return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

type Lockable<Query> = { forUpdate(): Query };

/** Holds the rows of a query until the transaction ends, so that what was read of them stays true. */
export function locking<Query extends Lockable<Query>>(store: Store, query: Query): Query {
	return store.locksRows ? query.forUpdate() : query;
}

/** All or nothing, durable when it is done. */
export function transact<T>(store: Store, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
	return store.db.transaction().execute(work);
}
