import { createSubscriber } from 'svelte/reactivity';
import type { Closing } from '../group';

const TICK_MS = 200;

/** How long what is open stays open: seconds, whole ones begun, and what part of the time that was given. */
export type Left = { seconds: number; part: number };

/** Follows a countdown, and ticks as long as somebody looks. */
export class TimeLeft {
	readonly #closing: () => Closing | null | undefined;
	readonly #now: () => number | null;
	readonly #tick = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});

	constructor(closing: () => Closing | null | undefined, now: () => number | null) {
		this.#closing = closing;
		this.#now = now;
	}

	/** Null without a countdown, and where the server's time is not known. */
	get left(): Left | null {
		const closing = this.#closing();
		const now = this.#now();
		if (!closing || now === null) return null;
		this.#tick();
		// The server's time is known as late as its word was on the way: a countdown that has just begun would have more
		// than was given.
		const left = Math.min(closing.of, Math.max(0, (closing.at - now) / 1000));
		return { seconds: Math.ceil(left), part: left / closing.of };
	}
}
