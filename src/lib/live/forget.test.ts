import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { buryHere, giveBackSeats } from './forget';
import { heardSlot, ownScenesSlot, seatSlot } from './saved';

const CODES = ['2C4D6F', '7KM4RT'];
const RESULTS = 'no-strings:results';

let browser: FakeBrowser;
let asked: string[];

beforeEach(() => {
	browser = new FakeBrowser();
	asked = [];
	for (const code of CODES)
		for (const slot of [seatSlot(code), heardSlot(code), ownScenesSlot(code)])
			browser.kept.set(slot.key, '{}');
	browser.kept.set(RESULTS, '{}');
	vi.stubGlobal('fetch', (address: string, { method }: RequestInit) => {
		asked.push(`${method} ${address}`);
		return Promise.resolve(Response.json({ forgotten: true }));
	});
});
afterEach(() => void vi.unstubAllGlobals());

test('the cookie of each seat on the device is given back once', () => {
	giveBackSeats(browser.openTab().device);
	expect(asked.sort()).toEqual(CODES.map((code) => `DELETE /w/${code}/seat`));
});

test('a workshop that is found gone takes all of its own along, and nothing else', () => {
	vi.stubGlobal('window', { localStorage: browser.openTab().storage });
	buryHere(CODES[0] as string);
	expect(asked).toEqual([`DELETE /w/${CODES[0]}/seat`]);
	expect([...browser.kept.keys()].filter((key) => !key.includes(CODES[1] as string))).toEqual([RESULTS]);
	expect(browser.kept.size).toBe(4);
});
