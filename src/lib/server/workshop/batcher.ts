const BATCH_MS = 4;

const MOST_TASKS = 500;

type Waiting<Task> = { task: Task; done: () => void; failed: (error: unknown) => void };

/**
 * Bundles tasks that arrive within a few milliseconds: what costs is making a transaction durable, and one then serves
 * hundreds. Works on one bundle at a time; tasks that arrive meanwhile form the next.
 */
export class Batcher<Task> {
	readonly #work: (tasks: readonly Task[]) => Promise<readonly (Error | null)[]>;
	#waiting: Waiting<Task>[] = [];
	#timer: NodeJS.Timeout | undefined;
	#busy = false;

	/** @param work does all tasks or throws; returns for each null, or why it was refused */
	constructor(work: (tasks: readonly Task[]) => Promise<readonly (Error | null)[]>) {
		this.#work = work;
	}

	/** Resolves when the task is durable; rejects with its refusal, or with the error of the whole bundle. */
	add(task: Task): Promise<void> {
		return new Promise((done, failed) => {
			this.#waiting.push({ task, done, failed });
			this.#schedule();
		});
	}

	#schedule(): void {
		if (this.#busy || this.#waiting.length === 0) return;
		if (this.#waiting.length >= MOST_TASKS) void this.#flush();
		else this.#timer ??= setTimeout(() => void this.#flush(), BATCH_MS);
	}

	async #flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#busy = true;
		const bundle = this.#waiting.splice(0, MOST_TASKS);
		try {
			const outcomes = await this.#work(bundle.map(({ task }) => task));
			bundle.forEach(({ done, failed }, i) => {
				const refusal = outcomes[i];
				if (refusal) failed(refusal);
				else done();
			});
		} catch (error) {
			for (const { failed } of bundle) failed(error);
		} finally {
			this.#busy = false;
			this.#schedule();
		}
	}
}
