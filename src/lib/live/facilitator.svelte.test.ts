import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Facilitator } from './facilitator.svelte';
import { FakeEventSource, FakeServer, fakeBrowserGlobals, settle } from './server.fake';

const CODE = '2C4D6F';
const SECOND = 1_000;

let server: FakeServer;

beforeEach(() => {
	server = new FakeServer();
	fakeBrowserGlobals(server);
});

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

function openDesk() {
	const facilitator = new Facilitator(CODE, server.hostSnapshot);
	const close = facilitator.open();
	return { facilitator, close };
}

/** The next request waits until the returned function is called. */
function hold() {
	let release = () => {};
	server.held.push(new Promise((resolve) => (release = resolve)));
	return () => release();
}

const steps = () => server.asked.filter(({ path }) => path === '/w/2C4D6F/host/steps');

describe('a step', () => {
	test('is sent with the step that the screen showed, and its answer is shown', async () => {
		const { facilitator } = openDesk();
		await facilitator.act('start');
		expect(steps().map(({ body }) => body)).toEqual([{ action: 'start', seen: 0 }]);
		expect(facilitator).toMatchObject({ busy: false, notice: null });
		expect(facilitator.connection.snapshot?.step).toBe(1);
	});

	test('pressed again while it is on its way is one step', async () => {
		const { facilitator } = openDesk();
		const release = hold();
		const acting = facilitator.act('start');
		await facilitator.act('start');
		expect([facilitator.busy, steps().length]).toEqual([true, 1]);
		release();
		await acting;
		expect([facilitator.busy, server.step]).toEqual([false, 1]);
	});

	test('from a screen that has become old is refused, and says so', async () => {
		const { facilitator } = openDesk();
		server.step = 4;
		await facilitator.act('start');
		expect(facilitator).toMatchObject({ busy: false, notice: 'stale' });
	});

	test.each([
		['no network', 'notSent', () => (server.offline = true)],
		['the login page of a hotel', 'notSent', () => (server.instead = () => new Response('<h1>Room?</h1>'))],
		['a server in trouble', 'refused', () => (server.instead = () => Response.json({}, { status: 503 }))]
	])('that meets %s is said, and can be tried again', async (_, notice, happen) => {
		const { facilitator } = openDesk();
		happen();
		await facilitator.act('start');
		expect(facilitator).toMatchObject({ busy: false, notice });
		server.offline = false;
		server.instead = null;
		await facilitator.act('start');
		expect(facilitator).toMatchObject({ busy: false, notice: null });
		expect(server.step).toBe(1);
	});
});

describe('a step that is never answered', () => {
	test('is given up after ten seconds, and the desk can be used', async () => {
		const { facilitator } = openDesk();
		hold();
		void facilitator.act('start');
		await wait(9.9);
		expect(facilitator.busy).toBe(true);
		await wait(0.2);
		expect(facilitator).toMatchObject({ busy: false, notice: 'notSent' });
		await facilitator.act('start');
		expect(server.step).toBe(1);
	});

	test('is given up also where the answer begins and never ends', async () => {
		const { facilitator } = openDesk();
		const endless = (signal?: AbortSignal) =>
			new ReadableStream({
				start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason))
			});
		vi.stubGlobal('fetch', (_: string, { signal }: { signal?: AbortSignal }) =>
			Promise.resolve(new Response(endless(signal), { headers: { 'content-type': 'application/json' } }))
		);
		void facilitator.act('start');
		await wait(10.1);
		expect(facilitator).toMatchObject({ busy: false, notice: 'notSent' });
	});

	test('but seen on the stream ends there: the next one may follow, and nothing is said later', async () => {
		const { facilitator } = openDesk();
		hold();
		void facilitator.act('start');
		await settle();
		server.step++;
		server.tell();
		expect(facilitator.busy).toBe(false);
		await facilitator.act('close');
		expect(steps().map(({ body }) => body?.seen)).toEqual([0, 1]);
		await wait(11);
		expect(facilitator).toMatchObject({ busy: false, notice: null });
		expect(facilitator.connection.snapshot?.step).toBe(2);
	});

	test('is still on its way where the stream tells of counts alone', async () => {
		const { facilitator } = openDesk();
		const release = hold();
		void facilitator.act('start');
		server.tell();
		expect(facilitator.busy).toBe(true);
		release();
		await settle();
		expect(facilitator.busy).toBe(false);
	});
});

test('a press right after a step is not stale because an older snapshot came late on a fresh stream', async () => {
	const { facilitator } = openDesk();
	const before = server.hostSnapshot;
	await facilitator.act('start');
	FakeEventSource.open.at(-1)?.say(before);
	await facilitator.act('undo');
	expect(facilitator).toMatchObject({ notice: null });
	expect(server.step).toBe(2);
});

describe('keys', () => {
	const press = (facilitator: Facilitator, key: string, more: Partial<KeyboardEvent> = {}) =>
		facilitator.press({
			key,
			code: key,
			target: null,
			preventDefault: () => undefined,
			...more
		} as KeyboardEvent);

	test.each([
		['PageDown', 'start'],
		['ArrowRight', 'start'],
		[' ', 'start'],
		['PageUp', 'previous'],
		['ArrowLeft', 'previous']
	])('%j is %s', async (key, action) => {
		const { facilitator } = openDesk();
		expect(press(facilitator, key)).toBe(true);
		await settle();
		expect(steps().map(({ body }) => body?.action)).toEqual([action]);
	});

	test('that mean something to the browser or to nobody are left alone', async () => {
		const { facilitator } = openDesk();
		for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])
			expect(press(facilitator, 'PageDown', more)).toBe(false);
		expect(press(facilitator, 'q')).toBe(false);
		await settle();
		expect(steps()).toEqual([]);
	});
});
