import { describe, expect, test, vi } from 'vitest';
import { FakeEventSource, settle } from './server.fake';
import { browser, line, opened, server, useFakeServer, wait } from './live-connection.fixture';

useFakeServer();

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

	test('that break while the asking is answered are no loss', async () => {
		const { connection } = opened();
		await wait(11);
		line().drop();
		expect(connection.link).toBe('live');
	});

	test('in whose place something else answers are mute as well', async () => {
		const { connection } = opened();
		for (let n = 0; n < 2; n++) {
			line().refuse();
			await wait(2);
		}
		expect(FakeEventSource.opened).toHaveLength(2);
		await settle();
		expect([connection.link, connection.snapshot?.version]).toEqual(['live', 1]);
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
