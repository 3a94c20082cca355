import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { CardModel } from '$lib/card';
import { logError } from '../log';

/** Draws a card. */
export type Painter = (model: CardModel) => Promise<Uint8Array>;

/** More cards are wanted than will be drawn soon. */
export class CardsBusy extends Error {}

export type PoolOptions = {
	threads: number;
	/** How many cards may wait for a thread. */
	queue: number;
	/** How long a card may take, waiting included, until its thread is given up. */
	patienceMs: number;
};

const DEFAULTS: PoolOptions = {
	// One core stays free for answering.
	threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
	queue: 64,
	patienceMs: 10_000
};

const IDLE_MS = 60_000;

/** Threads that draw, off the event loop. One that dies is replaced; the card that it was drawing fails. */
export class CardPool {
	readonly #threads: Piscina<CardModel, Uint8Array>;
	readonly #options: PoolOptions;

	/** @param file the worker as Node can run it: JavaScript, and where it imports from */
	constructor(file: string, options: Partial<PoolOptions> = {}) {
		this.#options = { ...DEFAULTS, ...options };
		this.#threads = new Piscina({
			filename: file,
			minThreads: 1,
			maxThreads: this.#options.threads,
			maxQueue: this.#options.queue,
			idleTimeout: IDLE_MS
		});
		// A thread may also die between two cards.
		this.#threads.on('error', logError);
	}

	paint: Painter = async (model) => {
		if (this.#threads.queueSize >= this.#options.queue) throw new CardsBusy();
		return this.#threads.run(model, { signal: AbortSignal.timeout(this.#options.patienceMs) });
	};

	/** Ends the threads at once. Cards under way fail. */
	async close(): Promise<void> {
		await this.#threads.destroy();
	}
}
