import { describe, expect, test, vi } from 'vitest';
import { LiveConnection } from './live-connection.svelte';
import { FakeEventSource, settle } from './server.fake';
import { CODE, browser, line, opened, server, useFakeServer, wait } from './live-connection.fixture';

useFakeServer();

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
		browser.window.dispatchEvent(new Event('offline'));
		expect(connection.link).toBe(link);
	});

	test('though the workshop is there, is the host’s alone', async () => {
		const host = opened('host');
		refusing(401);
		line().refuse();
		await settle();
		expect(host.connection.link).toBe('forbidden');
		await wait(600);
		expect(FakeEventSource.opened).toHaveLength(1);
		host.connection.reconnect();
		expect(host.connection.link).toBe('connecting');
		server.tell();
		expect(host.connection.link).toBe('live');
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
