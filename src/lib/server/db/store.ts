import type { Kysely, Transaction } from 'kysely';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Tables } from './tables';

/** Called with the workshop that changed; with null when any may have. */
export type Listener = (workshopId: string | null) => void;

export interface Store {
	readonly db: Kysely<Tables>;
	/** False where there is one writer at a time. */
	readonly locksRows: boolean;
	/** Tells all listeners, in this process and others, that a workshop changed. Never throws. */
	announce(workshopId: string): void;
	listen(listener: Listener): () => void;
	/** Processes that share the database count together. */
	limiter(limit: Limit): RateLimiterAbstract;
	/** Does work that one process at a time should do. Returns false where another one is at it. */
	alone(work: () => Promise<void>): Promise<boolean>;
	/** Removes deleted data from our files; see docs/SECURITY.md for what remains. */
	forgetDeleted(): Promise<void>;
	close(): Promise<void>;
}

export type Limit = { name: string; points: number; seconds: number };

export function countedHere({ name, points, seconds }: Limit): RateLimiterMemory {
	return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

type Lockable<Query> = { forUpdate(): Query };

export function locking<Query extends Lockable<Query>>(store: Store, query: Query): Query {
	return store.locksRows ? query.forUpdate() : query;
}

export function transact<T>(store: Store, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
	return store.db.transaction().execute(work);
}
