/** Knows the server's time by what it says: the device's own clock may be wrong, and is never asked. */
export class ServerClock {
	/** From the page's own time to the server's, in ms. */
	#offset = $state<number | null>(null);
	#isNew = true;

	/** A new line may lead to another server, or come after a sleep in which the page's own time stood still. */
	renew(): void {
		this.#isNew = true;
	}

	/** @param time of the server when it spoke, in ms since 1970; of several the one that took least time on the way counts */
	hear(time: number): void {
		if (!Number.isFinite(time)) return;
		const offset = time - performance.now();
		this.#offset = this.#isNew || this.#offset === null ? offset : Math.max(this.#offset, offset);
		this.#isNew = false;
	}

	/** Returns null before the server has spoken. */
	now(): number | null {
		return this.#offset === null ? null : performance.now() + this.#offset;
	}
}
