import { expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { LONGEST_NAME, namesSlot, readNames, writeName } from './names';

test('names of results are found by code in the next visit, without blanks around them', () => {
	const browser = new FakeBrowser();
	const { device } = browser.openTab();
	expect(readNames(device)).toEqual({});
	expect(writeName(device, 'one', ' Zoë ')).toBe('saved');
	writeName(device, 'two', '宮本');
	expect(readNames(browser.reload())).toEqual({ one: 'Zoë', two: '宮本' });
});

test.each(['', '  ', 'x'.repeat(LONGEST_NAME + 1)])(
	'a name that is none forgets the one before: %j',
	(name) => {
		const { device } = new FakeBrowser().openTab();
		writeName(device, 'one', 'Zoë');
		writeName(device, 'two', '宮本');
		writeName(device, 'one', name);
		expect(readNames(device)).toEqual({ two: '宮本' });
	}
);

test('what are no names are read as none', () => {
	const browser = new FakeBrowser();
	browser.kept.set(namesSlot.key, '{"schemaVersion":1,"names":{"one":7}}');
	expect(readNames(browser.openTab().device)).toEqual({});
});
