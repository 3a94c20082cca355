import { Client, type Pool } from 'pg';
import type { Listener } from '../store';

const CHANNEL = 'no_strings_changed';

/** Between two attempts to listen again, in ms. */
const RETRY_MS = 500;

/** How often a line on which nothing is heard is asked whether it still is one, in ms. */
const CHECK_MS = 5_000;

/** Announcements about one workshop within so many ms are sent as one. */
const GATHER_MS = 20;

/**
 * Says and hears over PostgreSQL which workshops changed. Listening takes a connection of its own; when it breaks, it
 * is made again, and every listener hears that something may have been missed.
 */
export class Announcer {
	readonly #pool: Pool;
	readonly #connection: string;
	readonly #patience: number;
	readonly #listeners = new Set<Listener>();
	readonly #gathered = new Set<string>();
	#client: Client | null = null;
	#closed = false;
	#retry: NodeJS.Timeout | undefined;
	#check: NodeJS.Timeout | undefined;

	/** @param patience how long an answer is waited for, in ms */
	constructor(pool: Pool, connection: string, patience: number) {
		this.#pool = pool;
		this.#connection = connection;
		this.#patience = patience;
	}

	/** Begins to listen; the first attempt may fail like any other one. */
	async start(): Promise<void> {
		const client = new Client({
			connectionString: this.#connection,
			connectionTimeoutMillis: this.#patience,
			query_timeout: this.#patience
		});
		const lost = () => this.#lost(client);
		client.on('error', lost);
		client.on('end', lost);
		client.on('notification', ({ payload }) => this.#tell(payload ?? null));
		this.#client = client;
		try {
			await client.connect();
			await client.query(`listen ${CHANNEL}`);
			this.#tell(null);
			this.#check = setInterval(() => void client.query('select').catch(lost), CHECK_MS);
		} catch {
			lost();
		}
	}

	announce(workshopId: string): void {
		if (this.#gathered.size === 0) setTimeout(() => this.#send(), GATHER_MS);
		this.#gathered.add(workshopId);
	}

	listen(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#retry);
		clearInterval(this.#check);
		await this.#client?.end().catch(() => undefined);
	}

	#send(): void {
		const ids = [...this.#gathered];
		this.#gathered.clear();
		// Heard by this process too, through its own listening connection. Where that fails, at least here it is known.
		this.#pool
			.query(`select pg_notify($1, id) from unnest($2::text[]) as id`, [CHANNEL, ids])
			.catch(() => ids.forEach((id) => this.#tell(id)));
	}

	#tell(workshopId: string | null): void {
		for (const listener of this.#listeners) listener(workshopId);
	}

	#lost(client: Client): void {
		if (this.#closed || this.#client !== client) return;
		this.#client = null;
		clearInterval(this.#check);
		client.end().catch(() => undefined);
		this.#retry = setTimeout(() => void this.start(), RETRY_MS);
	}
}
