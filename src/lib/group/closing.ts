/** `at` in ms since 1970, by the server's clock; `of` counts the seconds that were given in all. */
export type Closing = { at: number; of: number };

/** For answers that are on their way when the time is up: they are still taken, and the closing waits for them. */
export const NETWORK_GRACE_MS = 2_000;

/** Returns when a closing is written, in ms since 1970. */
export function dueAt({ at }: Closing): number {
	return at + NETWORK_GRACE_MS;
}

export function isDue({ closing }: { closing: Closing | null }, now: number): boolean {
	return closing !== null && now > dueAt(closing);
}
