import type { Kysely, Transaction } from 'kysely';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Tables } from './tables';

/** Called with the workshop that changed; with null after a gap, when any may have. */
export type Listener = (workshopId: string | null) => void;

/** A database, and what differs between the two kinds. */
export interface Store {
	readonly db: Kysely<Tables>;
	/** Whether a query can lock its rows; not needed where one writer works at a time. */
	readonly locksRows: boolean;
	/** Tells all listeners, in this process and others, that a workshop changed. Never fails. */
	announce(workshopId: string): void;
	/** Listens until the returned function is called. */
	listen(listener: Listener): () => void;
	/** Counts something per key; processes that share the database count together. */
	limiter(limit: Limit): RateLimiterAbstract;
	/** Does work that one process at a time should do. Returns false where another process is doing it. */
	alone(work: () => Promise<void>): Promise<boolean>;
	/** Takes what was deleted out of our own files, as far as that can be; see docs/SECURITY.md. */
	forgetDeleted(): Promise<void>;
	close(): Promise<void>;
}

export type Limit = { name: string; points: number; seconds: number };

/** Counts per key in this process alone. */
export function countedHere({ name, points, seconds }: Limit): RateLimiterMemory {
	return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

type Lockable<Query> = { forUpdate(): Query };

/** Locks the rows of a query until the transaction ends. */
export function locking<Query extends Lockable<Query>>(store: Store, query: Query): Query {
	return store.locksRows ? query.forUpdate() : query;
}

/** Durable when it resolves. */
export function transact<T>(store: Store, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
	return store.db.transaction().execute(work);
}
