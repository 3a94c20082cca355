import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { logError } from './log';

export type Reply<Result> = { result: Result } | { error: unknown };

export class ThreadsBusy extends Error {}

export type ThreadOptions = {
	threads: number;
	mostWaiting: number;
	patienceMs: number;
};

const DEFAULTS: ThreadOptions = {
	// One core is left for answering.
	threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
	mostWaiting: 64,
	patienceMs: 10_000
};

type Waiting<Task, Result> = {
	task: Task;
	resolve: (result: Result) => void;
	reject: (error: unknown) => void;
	deadline?: NodeJS.Timeout;
};

/**
 * Works in threads, first come first served. A thread that dies or hangs is replaced, and only its own task fails.
 *
 * Why our own: piscina 5.3 lets an abortable task wait for ever, and its idle threads do not give Skia's memory back;
 * workerpool 10 stops serving when a thread exits by itself.
 */
export class ThreadPool<Task, Result> {
	readonly #file: URL;
	readonly #options: ThreadOptions;
	readonly #waiting: Waiting<Task, Result>[] = [];
	readonly #threads = new Map<Worker, Waiting<Task, Result> | null>();

	/** @param file the URL of a module that answers each task with a `Reply` */
	constructor(file: string, options: Partial<ThreadOptions> = {}) {
		this.#file = new URL(file);
		this.#options = { ...DEFAULTS, ...options };
	}

	/** @throws ThreadsBusy, or why there is no result */
	run(task: Task): Promise<Result> {
		if (this.#waiting.length >= this.#options.mostWaiting) return Promise.reject(new ThreadsBusy());
		return new Promise((resolve, reject) => {
			this.#waiting.push({ task, resolve, reject });
			this.#serve();
		});
	}

	close(): void {
		const closing = new Error('the server is stopping');
		for (const { reject } of this.#waiting.splice(0)) reject(closing);
		for (const thread of this.#threads.keys()) this.#giveUp(thread, closing);
	}

	#serve(): void {
		while (this.#waiting.length > 0) {
			const thread = this.#idle() ?? this.#start();
			if (!thread) return;
			const next = this.#waiting.shift() as Waiting<Task, Result>;
			const late = () => this.#giveUp(thread, new Error('a task took too long'));
			next.deadline = setTimeout(late, this.#options.patienceMs);
			this.#threads.set(thread, next);
			thread.postMessage(next.task);
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
		thread.on('message', (reply: Reply<Result>) => {
			const done = this.#finish(thread);
			if ('result' in reply) done?.resolve(reply.result);
			else done?.reject(reply.error);
			this.#serve();
		});
		thread.on('error', (error) => {
			if (!this.#threads.get(thread)) logError(error);
			this.#giveUp(thread, error);
		});
		thread.on('exit', (code) => this.#giveUp(thread, new Error(`a thread ended with ${code}`)));
		return thread;
	}

	#finish(thread: Worker): Waiting<Task, Result> | undefined {
		const done = this.#threads.get(thread);
		if (!done) return undefined;
		clearTimeout(done.deadline);
		this.#threads.set(thread, null);
		return done;
	}

	#giveUp(thread: Worker, reason: unknown): void {
		this.#finish(thread)?.reject(reason);
		// A thread that was given up emits `exit` later.
		if (!this.#threads.delete(thread)) return;
		void thread.terminate();
		this.#serve();
	}
}
