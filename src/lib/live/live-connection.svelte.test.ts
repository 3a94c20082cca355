import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveConnection } from './live-connection.svelte';
import { FakeEventSource, FakeServer, fakeBrowserGlobals, settle } from './server.fake';

const CODE = '2C4D6F';
const SECOND = 1_000;

let server: FakeServer;
let browser: ReturnType<typeof fakeBrowserGlobals>;

beforeEach(() => {
	server = new FakeServer();
	browser = fakeBrowserGlobals(server);
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const line = () => FakeEventSource.opened.at(-1) as FakeEventSource;
const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

function opened(audience: 'shared' | 'host' = 'shared') {
	const connection = new LiveConnection(CODE, { audience });
	const close = connection.open();
	return { connection, close };
}

describe('a line', () => {
	test.each([
		['shared', '/w/2C4D6F/events'],
		['host', '/w/2C4D6F/host/events']
	] as const)('for the %s listens at %s', (audience, address) => {
		opened(audience);
		expect(line().address).toBe(address);
	});

	test('is live with the first message, and tells it', () => {
		const heard: number[] = [];
		const connection = new LiveConnection(CODE, {
			audience: 'shared',
			onSnapshot: ({ version }) => heard.push(version)
		});
		connection.open();
		expect([connection.link, connection.snapshot]).toEqual(['connecting', null]);
		server.tell();
		expect([connection.link, connection.snapshot?.version, heard]).toEqual(['live', 2, [2]]);
	});

	test('never replaces what is known with something older that was said a moment late', async () => {
		const heard: number[] = [];
		const connection = new LiveConnection(CODE, {
			audience: 'shared',
			onSnapshot: ({ version }) => heard.push(version)
		});
		connection.open();
		connection.hear({ ...server.snapshot, version: 90 });
		line().say({ version: 89 });
		expect(connection.snapshot?.version).toBe(90);
		await wait(4);
		line().say({ version: 91 });
		await wait(30);
		expect([connection.snapshot?.version, heard]).toEqual([91, [91]]);
	});

	test('believes an older snapshot where nothing newer follows: the database was restored', async () => {
		const { connection } = opened();
		line().say({ version: 90 });
		line().drop();
		await wait(2);
		line().say({ version: 3 });
		line().say({ version: 4 });
		expect(connection.snapshot?.version).toBe(90);
		await wait(5);
		expect(connection.snapshot?.version).toBe(4);
		line().say({ version: 5 });
		expect(connection.snapshot?.version).toBe(5);
	});

	test('doubts anew with each line, and leaves no doubt behind', async () => {
		const { connection, close } = opened();
		line().say({ version: 90 });
		line().say({ version: 3 });
		line().drop();
		await wait(4);
		line().say({ version: 3 });
		await wait(4);
		expect(connection.snapshot?.version).toBe(90);
		close();
		await wait(60);
		expect(connection.snapshot?.version).toBe(90);
	});

	test('shows what was known before, and is told of news from elsewhere unless they are old', () => {
		const connection = new LiveConnection(CODE, {
			audience: 'shared',
			first: { ...server.snapshot, version: 5 }
		});
		expect(connection.snapshot?.version).toBe(5);
		connection.hear({ ...server.snapshot, version: 4 });
		expect(connection.snapshot?.version).toBe(5);
		connection.hear({ ...server.snapshot, version: 6 });
		expect(connection.snapshot?.version).toBe(6);
	});
});

describe('a line that breaks', () => {
	test('is lost at once, and opened anew between 0.3 and 2 seconds later', async () => {
		for (const [random, seconds] of [
			[0, 0.3],
			[0.999_999, 2]
		] as const) {
			vi.spyOn(Math, 'random').mockReturnValue(random);
			const { connection, close } = opened();
			server.tell();
			const before = FakeEventSource.opened.length;
			line().drop();
			expect(connection.link).toBe('lost');
			expect(FakeEventSource.open).toEqual([]);
			await wait(seconds - 0.01);
			expect(FakeEventSource.opened).toHaveLength(before);
			await wait(0.02);
			expect(FakeEventSource.opened).toHaveLength(before + 1);
			server.tell();
			expect(connection.link).toBe('live');
			close();
		}
		vi.restoreAllMocks();
	});

	test('again and again is opened again and again, one at a time', async () => {
		const { connection } = opened();
		for (let n = 0; n < 50; n++) {
			line().drop();
			await wait(2);
			expect(FakeEventSource.open).toHaveLength(1);
		}
		expect(connection.link).toBe('lost');
		server.tell();
		expect(connection.link).toBe('live');
	});

	test('without a word is found out after 40 seconds', async () => {
		const { connection } = opened();
		server.tell();
		const silent = line();
		await wait(39);
		expect(connection.link).toBe('live');
		await wait(2);
		expect(connection.link).toBe('lost');
		expect(line()).not.toBe(silent);
		expect(FakeEventSource.open).toEqual([line()]);
	});

	test('is not taken for broken while beats come', async () => {
		const { connection } = opened();
		server.tell();
		for (let n = 0; n < 20; n++) {
			await wait(15);
			line().beat();
		}
		expect(connection.link).toBe('live');
		expect(FakeEventSource.opened).toHaveLength(1);
	});

	test('and never opens is tried anew after 10 seconds', async () => {
		opened();
		await wait(9);
		expect(FakeEventSource.opened).toHaveLength(1);
		await wait(2);
		expect(FakeEventSource.opened).toHaveLength(2);
	});

	test('says something late, and is not listened to any more', async () => {
		const { connection } = opened();
		server.tell();
		const old = line();
		old.drop();
		await wait(2);
		server.tell();
		old.refuse();
		await settle();
		expect(connection.link).toBe('live');
		expect(FakeEventSource.opened).toHaveLength(2);
	});
});

describe('a line that is refused', () => {
	const refusing = (status: number) => {
		server.instead = () => Response.json({ reason: 'x' }, { status });
	};

	test.each([
		[404, 'unknown'],
		[410, 'gone']
	] as const)('with %i is %s for good', async (status, link) => {
		const { connection } = opened();
		refusing(status);
		line().refuse();
		await settle();
		expect(connection.link).toBe(link);
		await wait(600);
		expect(FakeEventSource.opened).toHaveLength(1);
		expect(server.asked.map(({ path }) => path)).toEqual(['/w/2C4D6F/events']);
	});

	test('though the workshop is there, is the host’s alone', async () => {
		const host = opened('host');
		refusing(401);
		line().refuse();
		await settle();
		expect(host.connection.link).toBe('forbidden');
		await wait(600);
		expect(FakeEventSource.opened).toHaveLength(1);
	});

	test('though the workshop is there, is tried again by everybody else', async () => {
		const { connection } = opened();
		line().refuse();
		await wait(2);
		expect(FakeEventSource.opened).toHaveLength(2);
		server.tell();
		expect(connection.link).toBe('live');
	});

	test.each([429, 500, 502, 503])('with %i is tried again', async (status) => {
		const { connection } = opened();
		refusing(status);
		line().refuse();
		await wait(2);
		expect(connection.link).toBe('lost');
		expect(FakeEventSource.opened).toHaveLength(2);
	});

	test('while nobody can be asked why is tried again', async () => {
		opened();
		server.offline = true;
		line().refuse();
		await wait(2);
		expect(FakeEventSource.opened).toHaveLength(2);
	});

	test('and given up meanwhile stays so', async () => {
		const { connection, close } = opened();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		line().refuse();
		close();
		release();
		await wait(600);
		expect(FakeEventSource.opened).toHaveLength(1);
		expect(connection.link).toBe('lost');
	});

	test('and opened anew meanwhile stays open', async () => {
		const { connection } = opened();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		refusing(404);
		line().refuse();
		await settle();
		browser.window.dispatchEvent(new Event('online'));
		server.tell();
		release();
		await wait(10);
		expect(connection.link).toBe('live');
		expect(FakeEventSource.opened).toHaveLength(2);
	});
});

describe('a page', () => {
	test('that goes offline and comes back connects at once', () => {
		const { connection } = opened();
		server.tell();
		browser.window.dispatchEvent(new Event('offline'));
		expect(connection.link).toBe('lost');
		browser.window.dispatchEvent(new Event('online'));
		expect(FakeEventSource.opened).toHaveLength(2);
		expect(FakeEventSource.open).toHaveLength(1);
		server.tell();
		expect(connection.link).toBe('live');
	});

	test('that is hidden holds no line, whatever happens, and has one again as soon as it is seen', async () => {
		const { connection } = opened();
		server.tell();
		browser.show('hidden');
		expect(FakeEventSource.open).toEqual([]);
		browser.window.dispatchEvent(new Event('offline'));
		await wait(600);
		browser.window.dispatchEvent(new Event('online'));
		await wait(600);
		expect(FakeEventSource.open).toEqual([]);
		expect(server.asked).toEqual([]);
		browser.show('visible');
		expect(FakeEventSource.open).toHaveLength(1);
		server.tell();
		expect([connection.link, connection.snapshot?.version]).toEqual(['live', 3]);
	});

	test('that opens hidden holds no line until it is seen', () => {
		browser.show('hidden');
		opened();
		expect(FakeEventSource.opened).toEqual([]);
		browser.show('visible');
		expect(FakeEventSource.open).toHaveLength(1);
	});

	test('that everybody looks at keeps its line when its window is covered', () => {
		const connection = new LiveConnection(CODE, { audience: 'shared', staysWhileHidden: true });
		connection.open();
		server.tell();
		browser.show('hidden');
		expect(FakeEventSource.open).toHaveLength(1);
	});

	test('that wakes connects anew, unless it has just heard something', async () => {
		opened();
		server.tell();
		browser.window.dispatchEvent(new Event('pageshow'));
		expect(FakeEventSource.opened).toHaveLength(1);
		await wait(25);
		browser.window.dispatchEvent(new Event('pageshow'));
		expect(FakeEventSource.opened).toHaveLength(2);
		expect(FakeEventSource.open).toHaveLength(1);
	});

	test('that is left takes nothing along', async () => {
		const { close } = opened();
		server.tell();
		close();
		browser.window.dispatchEvent(new Event('online'));
		browser.show('visible');
		await wait(600);
		expect(FakeEventSource.opened).toHaveLength(1);
		expect(FakeEventSource.open).toEqual([]);
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('lines that something holds back until they end', () => {
	const polls = () => server.asked.filter(({ path }) => path === '/w/2C4D6F/state').length;

	test('are made up for by asking, every few seconds', async () => {
		const { connection } = opened();
		server.version = 7;
		await wait(11);
		expect([connection.link, connection.snapshot?.version]).toEqual(['live', 7]);
		server.version = 8;
		await wait(5);
		expect(connection.snapshot?.version).toBe(8);
		const before = polls();
		await wait(60);
		expect(polls() - before).toBeGreaterThanOrEqual(14);
		expect(polls() - before).toBeLessThanOrEqual(26);
	});

	test('are given up after two, and tried once a minute', async () => {
		const { connection } = opened();
		await wait(25);
		expect(FakeEventSource.opened).toHaveLength(2);
		expect(FakeEventSource.open).toEqual([]);
		expect(connection.link).toBe('live');
		await wait(60);
		expect(FakeEventSource.opened).toHaveLength(3);
		expect(connection.link).toBe('live');
		await wait(30);
		expect(FakeEventSource.open).toEqual([]);
	});

	test('that speak again end the asking', async () => {
		const { connection } = opened();
		await wait(65);
		await wait(18);
		expect(FakeEventSource.open).toHaveLength(1);
		server.tell();
		const before = polls();
		for (let n = 0; n < 8; n++) {
			await wait(15);
			line().beat();
		}
		expect(polls()).toBe(before);
		expect(FakeEventSource.opened).toHaveLength(3);
		expect(connection.link).toBe('live');
	});

	test('are not asked past while the page is hidden or was left', async () => {
		const { close } = opened();
		await wait(25);
		browser.show('hidden');
		const before = polls();
		await wait(120);
		expect(polls()).toBe(before);
		browser.show('visible');
		await settle();
		expect(polls()).toBe(before + 1);
		close();
		await wait(120);
		expect(polls()).toBe(before + 1);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('are told from no network, which is lost', async () => {
		const { connection } = opened();
		server.offline = true;
		await wait(25);
		expect(connection.link).toBe('lost');
		server.offline = false;
		await wait(5);
		expect(connection.link).toBe('live');
	});

	test.each([
		[404, 'unknown'],
		[410, 'gone']
	] as const)('end where the asking is refused with %i', async (status, link) => {
		const { connection } = opened();
		server.instead = () => Response.json({ reason: 'x' }, { status });
		await wait(25);
		expect(connection.link).toBe(link);
		const { length } = server.asked;
		await wait(600);
		expect(server.asked).toHaveLength(length);
		expect(FakeEventSource.open).toEqual([]);
	});

	test('are the host’s as well, who asks elsewhere', async () => {
		const { connection } = opened('host');
		server.step = 5;
		await wait(11);
		expect(connection.snapshot).toMatchObject({ step: 5 });
		expect(server.asked.at(-1)?.path).toBe('/w/2C4D6F/host/state');
	});

	test('never put something older in the place of what a line said meanwhile', async () => {
		const { connection } = opened();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		await wait(11);
		line().say({ ...server.snapshot, version: 9 });
		release();
		await wait(12);
		expect(connection.snapshot?.version).toBe(9);
	});
});
