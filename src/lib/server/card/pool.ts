import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CardModel } from '$lib/card';
import { logError } from '../log';

export type Painter = (model: CardModel) => Promise<Uint8Array>;

export type Reply = { png: Uint8Array } | { error: unknown };

export class CardsBusy extends Error {}

export type PoolOptions = {
	threads: number;
	mostWaiting: number;
	patienceMs: number;
};

const DEFAULTS: PoolOptions = {
	// One core is left for answering.
	threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
	mostWaiting: 64,
	patienceMs: 10_000
};

type Task = {
	model: CardModel;
	resolve: (png: Uint8Array) => void;
	reject: (error: unknown) => void;
	deadline?: NodeJS.Timeout;
};

/**
 * Draws in threads, first come first served. A thread that dies or hangs is replaced, and only its own card fails.
 *
 * Why our own: piscina 5.3 lets an abortable task wait for ever, and its idle threads do not give Skia's memory back;
 * workerpool 10 stops serving when a thread exits by itself.
 */
export class CardPool {
	readonly #file: URL;
	readonly #options: PoolOptions;
	readonly #waiting: Task[] = [];
	readonly #threads = new Map<Worker, Task | null>();

	/** @param file the URL of a module that answers each model with a `Reply` */
	constructor(file: string, options: Partial<PoolOptions> = {}) {
		this.#file = new URL(file);
		this.#options = { ...DEFAULTS, ...options };
	}

	/** @throws CardsBusy, or why there is no picture */
	paint: Painter = (model) => {
		if (this.#waiting.length >= this.#options.mostWaiting) return Promise.reject(new CardsBusy());
		return new Promise((resolve, reject) => {
			this.#waiting.push({ model, resolve, reject });
			this.#serve();
		});
	};

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

	#finish(thread: Worker): Task | undefined {
		const task = this.#threads.get(thread);
		if (!task) return undefined;
		clearTimeout(task.deadline);
		this.#threads.set(thread, null);
		return task;
	}

	#giveUp(thread: Worker, reason: unknown): void {
		this.#finish(thread)?.reject(reason);
		// A thread that was given up emits `exit` later.
		if (!this.#threads.delete(thread)) return;
		void thread.terminate();
		this.#serve();
	}
}
