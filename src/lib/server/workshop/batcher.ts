const BATCH_MS = 4;

const MOST_TASKS = 500;

type Waiting<Task> = { task: Task; done: () => void; failed: (error: unknown) => void };

type Queue<Task> = { waiting: Waiting<Task>[]; timer: NodeJS.Timeout | undefined; busy: boolean };

/** Returns for each task null, or why it was not done; throws where none was. */
type Work<Task> = (tasks: readonly Task[]) => Promise<readonly (Error | null)[]>;

/**
 * Bundles tasks that arrive within a few milliseconds: what costs is making a transaction durable, and one then serves
 * hundreds. Works on one bundle of a queue at a time; tasks that arrive meanwhile form the next.
 */
export class Batcher<Task> {
	readonly #work: Work<Task>;
	readonly #queueOf: (task: Task) => string;
	readonly #queues = new Map<string, Queue<Task>>();

	/** @param queueOf names the queue of a task; those of different queues never wait for each other */
	constructor(work: Work<Task>, queueOf: (task: Task) => string = () => '') {
		this.#work = work;
		this.#queueOf = queueOf;
	}

	/** Resolves when the task is durable; rejects with why it was not done. */
	add(task: Task): Promise<void> {
		const name = this.#queueOf(task);
		const queue = this.#queues.get(name) ?? { waiting: [], timer: undefined, busy: false };
		this.#queues.set(name, queue);
		return new Promise((done, failed) => {
			queue.waiting.push({ task, done, failed });
			this.#schedule(name, queue);
		});
	}

	#schedule(name: string, queue: Queue<Task>): void {
		if (queue.busy) return;
		if (queue.waiting.length === 0) this.#queues.delete(name);
		else if (queue.waiting.length >= MOST_TASKS) void this.#flush(name, queue);
		else queue.timer ??= setTimeout(() => void this.#flush(name, queue), BATCH_MS);
	}

	async #flush(name: string, queue: Queue<Task>): Promise<void> {
		clearTimeout(queue.timer);
		queue.timer = undefined;
		queue.busy = true;
		const bundle = queue.waiting.splice(0, MOST_TASKS);
		try {
			const outcomes = await this.#work(bundle.map(({ task }) => task));
			bundle.forEach(({ done, failed }, i) => {
				const error = outcomes[i];
				if (error) failed(error);
				else done();
			});
		} catch (error) {
			for (const { failed } of bundle) failed(error);
		} finally {
			queue.busy = false;
			this.#schedule(name, queue);
		}
	}
}
