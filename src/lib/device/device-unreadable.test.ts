import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FakeBrowser } from './browser.fake';
import type { Slot } from './device';
import { type Guest, SET_ASIDE, browserWith, guest, guests, splitName } from './device.fixture';

describe('what cannot be read', () => {
	const unreadable: [string, string][] = [
		['nothing at all', ''],
		['half of what was saved', JSON.stringify(guest).slice(0, 30)],
		['JSON of somebody else', '["a","b"]'],
		['a bare word', 'null'],
		['an object without a version', '{"first":"Amal","last":"Haddad","visits":4}'],
		['a version that is no number', JSON.stringify({ ...guest, schemaVersion: '3' })],
		['version 0', JSON.stringify({ ...guest, schemaVersion: 0 })],
		['a negative version', JSON.stringify({ ...guest, schemaVersion: -1 })],
		['half a version', JSON.stringify({ ...guest, schemaVersion: 2.5 })],
		['a version from the future', JSON.stringify({ ...guest, schemaVersion: 4 })],
		['today’s version in another shape', JSON.stringify({ ...guest, visits: 'four' })],
		['an old version that a migration throws on', '{"schemaVersion":1,"name":7}'],
		['an old version that migrates into another shape', '{"schemaVersion":1,"name":"Amal"}']
	];

	test.each(unreadable)('is set aside, letter by letter: %s', (_, text) => {
		const { browser, device } = browserWith(text);
		expect(device.read(guests)).toEqual({ state: 'setAside' });
		expect([...browser.kept]).toEqual([[SET_ASIDE, text]]);
		expect(device.read(guests)).toEqual({ state: 'empty' });
	});

	test('is never written over by what is set aside later', () => {
		const { browser, device } = browserWith('first');
		device.read(guests);
		for (const text of ['second', 'third']) {
			browser.kept.set(guests.key, text);
			device.read(guests);
		}
		expect([...browser.kept.values()]).toEqual(['first', 'second', 'third']);
		expect(browser.kept.get(SET_ASIDE)).toBe('first');
	});

	test('makes room for the new', () => {
		const { browser, device } = browserWith('damaged');
		device.read(guests);
		expect(device.write(guests, guest)).toBe('saved');
		expect(browser.reload().read(guests)).toEqual({ state: 'found', value: guest });
		expect(browser.kept.get(SET_ASIDE)).toBe('damaged');
	});

	test('moves even where two copies have no room', () => {
		const { browser, device } = browserWith('damaged'.repeat(100));
		browser.capacity = guests.key.length + 700 + ':set-aside'.length;
		expect(device.read(guests)).toEqual({ state: 'setAside' });
		expect([...browser.kept]).toEqual([[SET_ASIDE, 'damaged'.repeat(100)]]);
	});

	test('stays, and is not written over, where there is no room to move it', () => {
		const { browser, device } = browserWith('damaged'.repeat(100));
		browser.capacity = guests.key.length + 700;
		expect(device.read(guests)).toEqual({ state: 'setAside' });
		expect(device.write(guests, guest)).toBe('full');
		expect([...browser.kept]).toEqual([[guests.key, 'damaged'.repeat(100)]]);

		browser.capacity = 2000;
		expect(device.read(guests)).toEqual({ state: 'setAside' });
		expect(device.write(guests, guest)).toBe('saved');
		expect(browser.kept.get(SET_ASIDE)).toBe('damaged'.repeat(100));
	});

	test.each(['mended it', 'removed it'])('may be written over once another tab %s', (what) => {
		const { browser, device } = browserWith('damaged'.repeat(100));
		browser.capacity = guests.key.length + 700;
		device.read(guests);
		const other = browser.openTab().device;
		other.remove(guests.key);
		if (what === 'mended it') other.write(guests, guest);
		expect(device.read(guests).state).toBe(what === 'mended it' ? 'found' : 'empty');
		expect(device.write(guests, { ...guest, visits: 5 })).toBe('saved');
	});

	test('may be written over once it was removed', () => {
		const { browser, device } = browserWith('damaged'.repeat(100));
		browser.capacity = guests.key.length + 700;
		device.read(guests);
		device.remove(guests.key);
		expect(device.write(guests, guest)).toBe('saved');
	});

	test('never throws and never loses a letter, whatever it is', () => {
		const nearlyOurs = fc
			.record({ schemaVersion: fc.integer({ min: -1, max: 5 }) }, { requiredKeys: [] })
			.chain((start) => fc.object({ maxDepth: 1 }).map((rest) => JSON.stringify({ ...rest, ...start })));
		const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 2 }), nearlyOurs), {
			minLength: 1,
			maxLength: 4
		});

		fc.assert(
			fc.property(texts, fc.nat({ max: 200 }), (written, spare) => {
				const browser = new FakeBrowser();
				const { device } = browser.openTab();
				for (const text of written) {
					// Somebody else writes, where nothing of theirs lies yet.
					if (!browser.kept.has(guests.key)) browser.kept.set(guests.key, text);
					const before = [...browser.kept.values()].sort();
					browser.capacity = Math.max(spare, [...browser.kept].join('').length);
					const { state } = device.read(guests);
					expect(state).toBe('setAside');
					expect([...browser.kept.values()].sort()).toEqual(before);
					const writing = device.write(guests, guest);
					if (writing === 'saved') device.remove(guests.key);
					expect([...browser.kept.values()].sort()).toEqual(before);
				}
			})
		);
	});
});

describe('what an older version set aside', () => {
	const older = {
		...guests,
		schema: v.object({ schemaVersion: v.literal(2), first: v.string(), last: v.string() }),
		migrations: [splitName]
	} as unknown as Slot<{ schemaVersion: number }>;

	test('comes back to the version that can read it', () => {
		const { browser, device } = browserWith(JSON.stringify(guest));
		expect(device.read(older)).toEqual({ state: 'setAside' });
		expect(device.read(older)).toEqual({ state: 'empty' });
		expect(browser.reload().read(guests)).toEqual({ state: 'found', value: guest });
		expect([...browser.kept]).toEqual([[guests.key, JSON.stringify(guest)]]);
	});

	test('replaces what lies there only as its slot says', () => {
		const { browser, device } = browserWith(JSON.stringify(guest));
		device.read(older);
		browser.kept.set(guests.key, JSON.stringify({ schemaVersion: 2, first: 'New', last: 'Guest' }));
		expect(browser.reload().read(guests)).toMatchObject({ value: { first: 'New' } });
		expect(browser.kept.get(SET_ASIDE)).toBe(JSON.stringify(guest));
		const merging: Slot<Guest> = {
			...guests,
			merge: (current, back) => ({ ...current, visits: back.visits })
		};
		expect(browser.reload().read(merging)).toMatchObject({ value: { first: 'New', visits: 4 } });
		expect(browser.kept.has(SET_ASIDE)).toBe(false);
	});

	test('stays where there is no room to bring it back', () => {
		const { browser, device } = browserWith(JSON.stringify(guest));
		device.read(older);
		browser.refusal = new DOMException('', 'QuotaExceededError');
		expect(browser.reload().read(guests)).toEqual({ state: 'empty' });
		expect(browser.kept.get(SET_ASIDE)).toBe(JSON.stringify(guest));
	});
});
