import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Host } from './host.svelte';
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

function openHost() {
	const host = new Host(CODE, { first: server.hostSnapshot });
	const close = host.open();
	return { host, close };
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
		const { host } = openHost();
		await host.act('start');
		expect(steps().map(({ body }) => body)).toEqual([{ action: 'start', seen: 0 }]);
		expect(host).toMatchObject({ busy: false, notice: null });
		expect(host.connection.snapshot?.step).toBe(1);
	});

	test('to a scene names it', async () => {
		const { host } = openHost();
		await host.jump(2);
		expect(steps().map(({ body }) => body)).toEqual([{ action: 'jump', to: 2, seen: 0 }]);
	});

	test('pressed again while it is on its way is one step', async () => {
		const { host } = openHost();
		const release = hold();
		const acting = host.act('start');
		await host.act('start');
		expect([host.busy, steps().length]).toEqual([true, 1]);
		release();
		await acting;
		expect([host.busy, server.step]).toEqual([false, 1]);
	});

	test('from a screen that has become old is refused, and says so', async () => {
		const { host } = openHost();
		server.step = 4;
		await host.act('start');
		expect(host).toMatchObject({ busy: false, notice: 'stale' });
	});

	test.each([
		['no network', 'notSent', () => (server.offline = true)],
		['the login page of a hotel', 'notSent', () => (server.instead = () => new Response('<h1>Room?</h1>'))],
		['a server in trouble', 'refused', () => (server.instead = () => Response.json({}, { status: 503 }))]
	])('that meets %s is said, and can be tried again', async (_, notice, happen) => {
		const { host } = openHost();
		happen();
		await host.act('start');
		expect(host).toMatchObject({ busy: false, notice });
		server.offline = false;
		server.instead = null;
		await host.act('start');
		expect(host).toMatchObject({ busy: false, notice: null });
		expect(server.step).toBe(1);
	});
});

describe('a step that is never answered', () => {
	test('is given up after ten seconds, and the page can be used', async () => {
		const { host } = openHost();
		hold();
		void host.act('start');
		await wait(9.9);
		expect(host.busy).toBe(true);
		await wait(0.2);
		expect(host).toMatchObject({ busy: false, notice: 'notSent' });
		await host.act('start');
		expect(server.step).toBe(1);
	});

	test('is given up also where the answer begins and never ends', async () => {
		const { host } = openHost();
		const endless = (signal?: AbortSignal) =>
			new ReadableStream({
				start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason))
			});
		vi.stubGlobal('fetch', (_: string, { signal }: { signal?: AbortSignal }) =>
			Promise.resolve(new Response(endless(signal), { headers: { 'content-type': 'application/json' } }))
		);
		void host.act('start');
		await wait(10.1);
		expect(host).toMatchObject({ busy: false, notice: 'notSent' });
	});

	test('but seen on the stream ends there: the next one may follow, and nothing is said later', async () => {
		const { host } = openHost();
		hold();
		void host.act('start');
		await settle();
		server.step++;
		server.tell();
		expect(host.busy).toBe(false);
		await host.act('close');
		expect(steps().map(({ body }) => body?.seen)).toEqual([0, 1]);
		await wait(11);
		expect(host).toMatchObject({ busy: false, notice: null });
		expect(host.connection.snapshot?.step).toBe(2);
	});

	test('is still on its way where the stream tells of counts alone', async () => {
		const { host } = openHost();
		const release = hold();
		void host.act('start');
		server.tell();
		expect(host.busy).toBe(true);
		release();
		await settle();
		expect(host.busy).toBe(false);
	});
});

describe('a reveal that would show nothing', () => {
	function openFew() {
		const first = { ...server.hostSnapshot, tooFew: 1 };
		const host = new Host(CODE, { first });
		host.open();
		return host;
	}

	test('is held back once, and taken with the second press', async () => {
		const host = openFew();
		await host.act('reveal');
		expect([host.isWarned, steps().length]).toEqual([true, 0]);
		await host.act('reveal');
		expect(steps().map(({ body }) => body?.action)).toEqual(['reveal']);
		expect(host.isWarned).toBe(false);
	});

	test('is warned of anew where more has happened since', async () => {
		const host = openFew();
		await host.act('reveal');
		server.step = 4;
		FakeEventSource.open.at(-1)?.say({ ...server.hostSnapshot, version: 9, tooFew: 1 });
		expect(host.isWarned).toBe(false);
		await host.act('reveal');
		expect([host.isWarned, steps().length]).toEqual([true, 0]);
	});

	test('is warned of no longer once enough have answered', async () => {
		const host = openFew();
		await host.act('reveal');
		FakeEventSource.open.at(-1)?.say({ ...server.hostSnapshot, version: 9, tooFew: 0 });
		expect(host.isWarned).toBe(false);
		await host.act('reveal');
		expect(steps()).toHaveLength(1);
	});

	test('holds no other step back', async () => {
		const host = openFew();
		await host.act('next');
		expect(steps().map(({ body }) => body?.action)).toEqual(['next']);
	});
});

test('without a snapshot no step is sent, and none where nothing can follow', async () => {
	const host = new Host(CODE);
	await host.act('start');
	await host.advance();
	await host.back();
	const ended = new Host(CODE, { first: { ...server.hostSnapshot, advance: null, allowed: [] } });
	await ended.advance();
	await ended.back();
	expect(steps()).toEqual([]);
});

test('a press right after a step is not stale because an older snapshot came late on a fresh stream', async () => {
	const { host } = openHost();
	const before = server.hostSnapshot;
	await host.act('start');
	FakeEventSource.open.at(-1)?.say(before);
	await host.act('undo');
	expect(host).toMatchObject({ notice: null });
	expect(server.step).toBe(2);
});

describe('keys', () => {
	const press = (host: Host, key: string, more: Partial<KeyboardEvent> = {}) =>
		host.press({
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
		const { host } = openHost();
		expect(press(host, key)).toBe(true);
		await settle();
		expect(steps().map(({ body }) => body?.action)).toEqual([action]);
	});

	test('that lead nowhere just now are no trouble', async () => {
		const host = new Host(CODE, { first: { ...server.hostSnapshot, allowed: [] } });
		expect(press(host, 'PageUp')).toBe(true);
		await settle();
		expect([host.notice, steps()]).toEqual([null, []]);
	});

	test('pressed twice within half a second are one step', async () => {
		const { host } = openHost();
		press(host, 'PageDown');
		await settle();
		await wait(0.4);
		press(host, 'PageDown');
		await settle();
		expect(steps()).toHaveLength(1);
		await wait(0.1);
		press(host, 'PageDown');
		await settle();
		expect(steps()).toHaveLength(2);
	});

	test.each([
		['a field', 'input'],
		['an open dialog', 'dialog[open]']
	])('in %s are left alone', async (_, place) => {
		const { host } = openHost();
		const target = { closest: (selector: string) => (selector.includes(place) ? {} : null) };
		expect(press(host, 'PageDown', { target: target as unknown as Element })).toBe(false);
		await settle();
		expect(steps()).toEqual([]);
	});

	test('press a focused button with Space, and go on with Page Down all the same', async () => {
		const { host } = openHost();
		const target = {
			closest: (selector: string) => (selector.includes('button') && !selector.includes('input') ? {} : null)
		};
		expect(press(host, ' ', { target: target as unknown as Element })).toBe(false);
		expect(press(host, 'PageDown', { target: target as unknown as Element })).toBe(true);
		await settle();
		expect(steps()).toHaveLength(1);
	});

	test('that mean something to the browser or to nobody are left alone', async () => {
		const { host } = openHost();
		for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])
			expect(press(host, 'PageDown', more)).toBe(false);
		expect(press(host, 'q')).toBe(false);
		await settle();
		expect(steps()).toEqual([]);
	});
});

describe('a press', () => {
	const key = (key: string) =>
		Object.assign(new Event('keydown', { cancelable: true }), {
			key,
			ctrlKey: false,
			repeat: false
		}) as KeyboardEvent;

	test('that finds no server says so, also before anything is known', async () => {
		server.offline = true;
		const known = openHost().host;
		known.press(key('PageDown'));
		await settle();
		expect(known.notice).toBe('notSent');
		const fresh = new Host(CODE);
		expect(fresh.press(key('PageDown'))).toBe(true);
		expect(fresh.notice).toBe('notSent');
	});

	test('does nothing else in the page, even the second of a bouncing one', () => {
		const { host } = openHost();
		const presses = ['PageDown', 'PageDown', 'q'].map(key);
		for (const pressed of presses) host.press(pressed);
		expect(presses.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true, false]);
	});
});
