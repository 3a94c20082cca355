/** How long the first of some tasks waits for others, in ms. */
const BATCH_MS = 4;

/** At this number nobody waits any longer. */
const MOST = 500;

type Waiting<Task> = { task: Task; done: () => void; failed: (error: unknown) => void };

/**
 * Gathers tasks that arrive within a few milliseconds and hands them on together: one transaction then serves hundreds
 * of them, and making it durable is what costs most. One bundle at a time; what arrives meanwhile forms the next.
 */
export class Batcher<Task> {
	readonly #work: (tasks: readonly Task[]) => Promise<readonly (Error | null)[]>;
	#waiting: Waiting<Task>[] = [];
	#timer: NodeJS.Timeout | undefined;
	#busy = false;

	/** @param work does all of the tasks or throws; gives for each null, or why it was refused */
	constructor(work: (tasks: readonly Task[]) => Promise<readonly (Error | null)[]>) {
		this.#work = work;
	}

	/** Resolves when the task is done for good; rejects with its refusal, or with what went wrong for all. */
	add(task: Task): Promise<void> {
		return new Promise((done, failed) => {
			this.#waiting.push({ task, done, failed });
			this.#schedule();
		});
	}

	#schedule(): void {
		if (this.#busy || this.#waiting.length === 0) return;
		if (this.#waiting.length >= MOST) void this.#flush();
		else this.#timer ??= setTimeout(() => void this.#flush(), BATCH_MS);
	}

	async #flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#busy = true;
		const bundle = this.#waiting.splice(0, MOST);
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
