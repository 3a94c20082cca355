import { describe, expect, test } from 'vitest';
import kept from '../device/version-1.fixture.json' with { type: 'json' };
import { FakeBrowser } from '../device/browser.fake';
import { heardSlot, seatSlot } from './saved';

const CODE = '6VF2CC';

/** What the first version (commit 6bca7e0) left on a device. */
function deviceOfVersion1() {
	const browser = new FakeBrowser();
	for (const [key, value] of Object.entries(kept)) browser.kept.set(key, JSON.stringify(value));
	return browser.openTab().device;
}

describe('a device of the first version', () => {
	test('has the seat in a workshop, with what is unsent', () => {
		const reading = deviceOfVersion1().read(seatSlot(CODE));
		expect(reading).toMatchObject({ state: 'found', value: kept[`no-strings:seat:${CODE}`] });
	});

	test('shows the last snapshot in the words of today', () => {
		expect(deviceOfVersion1().read(heardSlot(CODE))).toMatchObject({
			state: 'found',
			value: { snapshot: { stage: 'end', sealed: [true, true, true], groupPicture: null, keyVersion: 1 } }
		});
	});
});
