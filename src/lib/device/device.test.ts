import { describe, expect, test } from 'vitest';
import { FakeBrowser } from './browser.fake';
import { Device } from './device';
import { browserWith, guest, guests, refuse, storageThat } from './device.fixture';

describe('reading', () => {
	test('finds nothing where nothing was written', () => {
		const browser = new FakeBrowser();
		expect(browser.openTab().device.read(guests)).toEqual({ state: 'empty' });
		expect(browser.kept.size).toBe(0);
	});

	test('finds what was written, in this visit and the next', () => {
		const browser = new FakeBrowser();
		const { device } = browser.openTab();
		expect(device.write(guests, guest)).toBe('saved');
		expect(device.read(guests)).toEqual({ state: 'found', value: guest });
		expect(browser.reload().read(guests)).toEqual({ state: 'found', value: guest });
	});

	test('brings an old version to today, through each version between', () => {
		const { device } = browserWith('{"schemaVersion":1,"name":"Amal Haddad"}');
		expect(device.read(guests)).toEqual({ state: 'found', value: { ...guest, visits: 1 } });
	});

	test('starts the way at the version that was saved', () => {
		const { device } = browserWith(
			'{"schemaVersion":2,"first":"Amal","last":"Haddad","name":"not split again"}'
		);
		expect(device.read(guests)).toEqual({ state: 'found', value: { ...guest, visits: 1 } });
	});

	test('leaves the saved text as it is when it migrates', () => {
		const text = '{"schemaVersion":1,"name":"Amal Haddad"}';
		const { browser, device } = browserWith(text);
		device.read(guests);
		expect([...browser.kept]).toEqual([[guests.key, text]]);
	});
});

describe('storage that is forbidden', () => {
	test('reads and writes as forbidden where even asking for it throws', () => {
		const device = new Device(refuse);
		expect(device.read(guests)).toEqual({ state: 'forbidden' });
		expect(device.write(guests, guest)).toBe('forbidden');
		expect(() => device.remove(guests.key)).not.toThrow();
		expect(() => device.removeAll('test:')).not.toThrow();
	});

	test('reads as forbidden where getItem throws', () => {
		const device = new Device(() => storageThat({ getItem: refuse }));
		expect(device.read(guests)).toEqual({ state: 'forbidden' });
	});

	test('reads as forbidden where getItem begins to throw in between', () => {
		let calls = 0;
		const removed: string[] = [];
		const getItem = () => (calls++ === 0 ? 'damaged' : refuse());
		const device = new Device(() => storageThat({ getItem, removeItem: (key) => removed.push(key) }));
		expect(device.read(guests)).toEqual({ state: 'forbidden' });
		expect(removed).toEqual([]);
	});

	test('writes as forbidden where setItem throws', () => {
		const device = new Device(() => storageThat({ setItem: refuse }));
		expect(device.read(guests)).toEqual({ state: 'empty' });
		expect(device.write(guests, guest)).toBe('forbidden');
	});

	test('takes an error of no known kind as forbidden', () => {
		const setItem = () => {
			throw new Error('QuotaExceededError');
		};
		expect(new Device(() => storageThat({ setItem })).write(guests, guest)).toBe('forbidden');
	});

	test('removes nothing, quietly', () => {
		const device = new Device(() => storageThat({ removeItem: refuse }));
		expect(() => device.remove(guests.key)).not.toThrow();
		const locked = new Proxy(storageThat({}), { ownKeys: refuse });
		expect(() => new Device(() => locked).removeAll('test:')).not.toThrow();
	});
});

describe('storage that is full', () => {
	test('says so, and keeps what it had', () => {
		const browser = new FakeBrowser();
		const { device } = browser.openTab();
		device.write(guests, guest);
		browser.capacity = 80;
		expect(device.write(guests, { ...guest, first: 'A'.repeat(100) })).toBe('full');
		expect(device.read(guests)).toEqual({ state: 'found', value: guest });
	});

	test('says so under the older name that Firefox gave it', () => {
		const setItem = () => {
			throw new DOMException('', 'NS_ERROR_DOM_QUOTA_REACHED');
		};
		expect(new Device(() => storageThat({ setItem })).write(guests, guest)).toBe('full');
	});
});

describe('forgetting', () => {
	test('takes one key', () => {
		const { browser, device } = browserWith('damaged');
		browser.kept.set('test:other', 'stays');
		device.remove(guests.key);
		expect([...browser.kept.keys()]).toEqual(['test:other']);
	});

	test('takes every key with the prefix, set-aside ones included, and no other', () => {
		const { browser, device } = browserWith('damaged');
		device.read(guests);
		device.write(guests, guest);
		for (const key of ['test:', 'test:other', 'tes', 'somebody:test:guests', 'length'])
			browser.kept.set(key, '');
		device.removeAll('test:');
		expect([...browser.kept.keys()]).toEqual(['tes', 'somebody:test:guests', 'length']);
	});
});
