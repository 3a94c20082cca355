import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FakeBrowser } from './browser.fake';
import { Device, type Migration, type Slot } from './device';

/** A slot with a past: version 1 knew a name, 2 split it, 3 counts visits. */
type Guest = { schemaVersion: 3; first: string; last: string; visits: number };

const splitName: Migration = ({ name, ...saved }) => {
	const [first, last] = (name as string).split(' ');
	return { ...saved, schemaVersion: 2, first, last };
};
const countVisits: Migration = (saved) => ({ ...saved, schemaVersion: 3, visits: 1 });

const guests: Slot<Guest> = {
	key: 'test:guests',
	schema: v.object({ schemaVersion: v.literal(3), first: v.string(), last: v.string(), visits: v.number() }),
	migrations: [splitName, countVisits]
};
const guest: Guest = { schemaVersion: 3, first: 'Amal', last: 'Haddad', visits: 4 };
const SET_ASIDE = 'test:guests:set-aside';

function browserWith(text: string) {
	const browser = new FakeBrowser();
	browser.kept.set(guests.key, text);
	return { browser, device: browser.openTab().device };
}

function storageThat(overrides: Partial<Storage>): Storage {
	return {
		length: 0,
		getItem: () => null,
		setItem: () => undefined,
		removeItem: () => undefined,
		clear: () => undefined,
		key: () => null,
		...overrides
	};
}

const refuse = () => {
	throw new DOMException('The operation is insecure.', 'SecurityError');
};

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
