import type { Kysely, Selectable, Transaction } from 'kysely';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Tables } from './tables';

/** Called with the workshop that changed; with null when any may have. */
export type Listener = (workshopId: string | null) => void;

export type WorkshopRow = Selectable<Tables['workshop']>;

/** Answers that a workshop accepts as long as its row says the same; at most one for each person and scene. */
export type Accepted = Pick<WorkshopRow, 'workshop_id' | 'state' | 'scenes'> & {
	answers: readonly Omit<Tables['answer'], 'workshop_id'>[];
};

export type Asked = Pick<Tables['answer'], 'workshop_id' | 'round' | 'scene'>;

/** Who joined, who of them is not marked as away or has answered the scene, and who has answered it. */
export type People = { joined: number; here: number; answered: number };

/** What runs thousands of times a minute, for many workshops at once, in each database's own words. */
export interface FrequentStatements {
	/** Rows that are not there are undefined. */
	readonly readWorkshops: (ids: readonly string[]) => Promise<WorkshopRow | undefined>[];
	readonly countPeople: (asked: readonly Asked[]) => Promise<People>[];
	/**
	 * Locks, checks and writes, and counts the versions up.
	 * @returns for each workshop which answers are stored: those of its participants; null where nothing was stored, and
	 * only a transaction can tell why
	 */
	readonly writeAnswers: (bundle: readonly Accepted[]) => Promise<(readonly boolean[] | null)[]>;
}

export interface Store extends FrequentStatements {
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
