import { afterEach, beforeEach, vi } from 'vitest';
import { LiveConnection } from './live-connection.svelte';
import { FakeEventSource, FakeServer, fakeBrowserGlobals } from './server.fake';

export const CODE = '2C4D6F';
export const SECOND = 1_000;

export let server: FakeServer;
export let browser: ReturnType<typeof fakeBrowserGlobals>;

export const line = () => FakeEventSource.opened.at(-1) as FakeEventSource;
export const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

export function opened(audience: 'shared' | 'host' = 'shared') {
	const connection = new LiveConnection(CODE, { audience });
	const close = connection.open();
	return { connection, close };
}

/** Gives each test a server that nobody has asked yet. */
export function useFakeServer(): void {
	beforeEach(() => {
		server = new FakeServer();
		browser = fakeBrowserGlobals(server);
	});

	afterEach(() => {
		vi.unstubAllGlobals();
		vi.useRealTimers();
	});
}
