import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveConnection } from './live-connection.svelte';
import { FakeEventSource, FakeServer, fakeBrowserGlobals, settle } from './server.fake';

const CODE = '2C4D6F';
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

let server: FakeServer;
let page: ReturnType<typeof fakeBrowserGlobals>;

beforeEach(() => {
	server = new FakeServer();
	page = fakeBrowserGlobals(server);
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** @param ahead by how much the server's clock is ahead of the device's, in ms */
function open(ahead: number) {
	const time = () => Date.now() + ahead;
	const connection = new LiveConnection(CODE, { audience: 'shared' });
	const close = connection.open();
	const source = FakeEventSource.open[0]!;
	const say = (closing: { at: number; of: number } | null) => source.say({ ...server.snapshot, closing });
	return { connection, close, source, say, time };
}

describe('a countdown', () => {
	test.each([0, HOUR, -HOUR])('is right on a device whose clock is wrong by %d ms', async (ahead) => {
		const { connection, source, say, time } = open(ahead);
		say({ at: time() + 30 * SECOND, of: 60 });
		expect(connection.left).toBeNull();
		source.beat(time());
		expect(connection.left).toEqual({ seconds: 30, part: 0.5 });
		await vi.advanceTimersByTimeAsync(25.5 * SECOND);
		expect(connection.left?.seconds).toBe(5);
		await vi.advanceTimersByTimeAsync(9.5 * SECOND);
		expect(connection.left).toEqual({ seconds: 0, part: 0 });
		say(null);
		expect(connection.left).toBeNull();
	});

	test('goes by the word that came fastest, until a new line speaks', async () => {
		const { connection, source, say, time } = open(0);
		say({ at: time() + 30 * SECOND, of: 60 });
		source.beat(time() - 4 * SECOND);
		expect(connection.left?.seconds).toBe(34);
		source.beat(time() - SECOND);
		source.beat(time() - 3 * SECOND);
		expect(connection.left?.seconds).toBe(31);
		source.drop();
		await vi.advanceTimersByTimeAsync(5 * SECOND);
		FakeEventSource.open[0]?.beat(time() - 2 * SECOND);
		expect(connection.left?.seconds).toBe(27);
	});

	test('never has more than was given, however late the server’s word, and heeds no word that names no time', () => {
		const { connection, source, say, time } = open(0);
		source.beat(time() - 0.3 * SECOND);
		source.beat(Number.NaN);
		say({ at: time() + 30 * SECOND, of: 30 });
		expect(connection.left).toEqual({ seconds: 30, part: 1 });
	});

	test('goes on without a network, and is unknown where the server has not spoken since the page was opened', async () => {
		const { connection, source, say, time, close } = open(HOUR);
		say({ at: time() + 30 * SECOND, of: 30 });
		source.beat(time());
		server.offline = true;
		page.window.dispatchEvent(new Event('offline'));
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		expect(connection.left?.seconds).toBe(20);
		const reloaded = new LiveConnection(CODE, { audience: 'shared', first: connection.snapshot });
		expect(reloaded.left).toBeNull();
		close();
	});

	test('is known from the answers to questions where a proxy holds streams back', async () => {
		const connection = new LiveConnection(CODE, { audience: 'shared' });
		const at = Date.now() + HOUR + 100 * SECOND;
		server.instead = () =>
			Response.json(
				{ snapshot: { ...server.snapshot, closing: { at, of: 100 } } },
				{ headers: { date: new Date(Date.now() + HOUR).toUTCString() } }
			);
		connection.open();
		await vi.advanceTimersByTimeAsync(40 * SECOND);
		expect(connection.left?.seconds).toBeGreaterThanOrEqual(60);
		expect(connection.left?.seconds).toBeLessThanOrEqual(62);
	});

	test('ticks for who looks, and for nobody else', async () => {
		const { connection, source, say, time } = open(0);
		say({ at: time() + 3 * SECOND, of: 3 });
		source.beat(time());
		await settle();
		const seen: (number | undefined)[] = [];
		const timers = vi.getTimerCount();
		const stop = $effect.root(() => {
			const seconds = $derived(connection.left?.seconds);
			$effect(() => void seen.push(seconds));
		});
		flushSync();
		await vi.advanceTimersByTimeAsync(4 * SECOND);
		expect(seen).toEqual([3, 2, 1, 0]);
		stop();
		await settle();
		expect(vi.getTimerCount()).toBe(timers);
	});
});
