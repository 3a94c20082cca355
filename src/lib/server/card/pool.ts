import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CardModel } from '$lib/card';
import { logError } from '../log';

export type Painter = (model: CardModel) => Promise<Uint8Array>;

/** A thread's answer to a model. */
export type Reply = { png: Uint8Array } | { error: unknown };

/** The queue is full. */
export class CardsBusy extends Error {}

export type PoolOptions = {
	threads: number;
	/** How many cards may wait for a thread. */
	queue: number;
	/** How long a card may be drawn until its thread is given up. */
	patienceMs: number;
};

const DEFAULTS: PoolOptions = {
	// One core stays free for answering.
	threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
	queue: 64,
	patienceMs: 10_000
};

type Task = {
	model: CardModel;
	resolve: (png: Uint8Array) => void;
	reject: (error: unknown) => void;
	deadline?: NodeJS.Timeout;
};

/**
 * Threads that draw, off the event loop; whoever asked first is served first. A thread that dies or does not come
 * back is replaced, and only the card that it was drawing fails.
 *
 * Why our own: piscina 5.3 lets a task that can be aborted wait for ever while others overtake it, and its idle
 * threads wait where Skia's memory is not given back; workerpool 10 stops serving when a thread exits by itself.
 */
export class CardPool {
	readonly #file: URL;
	readonly #options: PoolOptions;
	readonly #waiting: Task[] = [];
	/** What each thread is drawing. */
	readonly #threads = new Map<Worker, Task | null>();

	/** @param file the address of a module, as Node can run it, that answers each model with a `Reply` */
	constructor(file: string, options: Partial<PoolOptions> = {}) {
		this.#file = new URL(file);
		this.#options = { ...DEFAULTS, ...options };
	}

	/** @throws CardsBusy, or why there is no picture */
	paint: Painter = (model) => {
		if (this.#waiting.length >= this.#options.queue) return Promise.reject(new CardsBusy());
		return new Promise((resolve, reject) => {
			this.#waiting.push({ model, resolve, reject });
			this.#serve();
		});
	};

	/** Ends the threads at once. Cards under way fail. */
	close(): void {
		const closing = new Error('the server is stopping');
		for (const task of this.#waiting.splice(0)) task.reject(closing);
		for (const thread of this.#threads.keys()) this.#giveUp(thread, closing);
	}

	#serve(): void {
		while (this.#waiting.length > 0) {
			const thread = this.#idle() ?? this.#start();
			if (!thread) return;
			const task = this.#waiting.shift() as Task;
			const late = () => this.#giveUp(thread, new Error('the drawing took too long'));
			task.deadline = setTimeout(late, this.#options.patienceMs);
			this.#threads.set(thread, task);
			thread.postMessage(task.model);
		}
	}

	#idle(): Worker | undefined {
		for (const [thread, task] of this.#threads) if (!task) return thread;
		return undefined;
	}

	#start(): Worker | undefined {
		if (this.#threads.size >= this.#options.threads) return undefined;
		const thread = new Worker(this.#file);
		this.#threads.set(thread, null);
		thread.on('message', (reply: Reply) => {
			const task = this.#finish(thread);
			if ('png' in reply) task?.resolve(reply.png);
			else task?.reject(reply.error);
			this.#serve();
		});
		thread.on('error', (error) => {
			if (!this.#threads.get(thread)) logError(error);
			this.#giveUp(thread, error);
		});
		thread.on('exit', (code) => this.#giveUp(thread, new Error(`a thread ended with ${code}`)));
		return thread;
	}

	/** Takes the thread's card off it. */
	#finish(thread: Worker): Task | undefined {
		const task = this.#threads.get(thread);
		if (!task) return undefined;
		clearTimeout(task.deadline);
		this.#threads.set(thread, null);
		return task;
	}

	#giveUp(thread: Worker, reason: unknown): void {
		this.#finish(thread)?.reject(reason);
		// A thread that was given up says once more that it has ended.
		if (!this.#threads.delete(thread)) return;
		void thread.terminate();
		this.#serve();
	}
}
