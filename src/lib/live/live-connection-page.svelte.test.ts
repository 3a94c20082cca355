import { describe, expect, test, vi } from 'vitest';
import { LiveConnection } from './live-connection.svelte';
import { FakeEventSource } from './server.fake';
import { CODE, browser, opened, server, useFakeServer, wait } from './live-connection.fixture';

useFakeServer();

describe('a page with a line', () => {
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

	test('that is told to be offline tries all the same: browsers may be wrong', async () => {
		opened();
		browser.window.dispatchEvent(new Event('offline'));
		await wait(2);
		expect(FakeEventSource.opened).toHaveLength(2);
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
		for (const name of ['online', 'offline', 'pageshow']) browser.window.dispatchEvent(new Event(name));
		browser.show('visible');
		await wait(600);
		expect(FakeEventSource.opened).toHaveLength(1);
		expect(FakeEventSource.open).toEqual([]);
		expect(vi.getTimerCount()).toBe(0);
	});
});
