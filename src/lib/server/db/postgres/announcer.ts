import { Client, type Pool } from 'pg';
import type { Listener } from '../store';

const CHANNEL = 'no_strings_changed';

const RETRY_MS = 500;

const CHECK_MS = 5_000;

const GATHER_MS = 20;

/** Says and hears over PostgreSQL which workshops changed. After a broken connection listeners hear null: any may have. */
export class Announcer {
	readonly #pool: Pool;
	readonly #connection: string;
	readonly #patienceMs: number;
	readonly #listeners = new Set<Listener>();
	readonly #gathered = new Set<string>();
	#client: Client | null = null;
	#closed = false;
	#retry: NodeJS.Timeout | undefined;
	#check: NodeJS.Timeout | undefined;

	constructor(pool: Pool, connection: string, patienceMs: number) {
		this.#pool = pool;
		this.#connection = connection;
		this.#patienceMs = patienceMs;
	}

	async start(): Promise<void> {
		const client = new Client({
			connectionString: this.#connection,
			connectionTimeoutMillis: this.#patienceMs,
			query_timeout: this.#patienceMs
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
		// This process hears it through its own listening connection; where sending fails, it tells itself.
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
