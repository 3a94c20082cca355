import { describe, expect, test } from 'vitest';
import kept from '../device/second-round.fixture.json' with { type: 'json' };
import { FakeBrowser } from '../device/browser.fake';
import { heardSlot, seatSlot } from './saved';

const CODE = 'PK53PV';

/** What the version with the first second rounds (commit 2336e4f) left on a device. */
function deviceInSecondRound() {
	const browser = new FakeBrowser();
	for (const [key, value] of Object.entries(kept)) browser.kept.set(key, JSON.stringify(value));
	return browser.openTab().device;
}

describe('a device in a second round of an earlier version', () => {
	test('has the seat, with what was replied in both rounds', () => {
		const reading = deviceInSecondRound().read(seatSlot(CODE));
		expect(reading).toMatchObject({ state: 'found', value: kept[`no-strings:seat:${CODE}`] });
	});

	test('shows the last snapshot', () => {
		expect(deviceInSecondRound().read(heardSlot(CODE))).toMatchObject({
			state: 'found',
			value: { snapshot: kept[`no-strings:seat:${CODE}:heard`].snapshot }
		});
	});
});
