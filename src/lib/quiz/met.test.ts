import { expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { metSlot, readMet, writeMet } from './met';

test('the result from which somebody set out is there in the same visit', () => {
	const browser = new FakeBrowser();
	expect(readMet(browser.openTab().device)).toBeNull();
	expect(writeMet(browser.openTab().device, 'CODE')).toBe('saved');
	expect(readMet(browser.reload())).toBe('CODE');
});

test.each(['CODE', '{"schemaVersion":1,"code":7}', '{"schemaVersion":2,"code":"CODE"}'])(
	'what names no result is read as none: %s',
	(text) => {
		const browser = new FakeBrowser();
		browser.kept.set(metSlot.key, text);
		expect(readMet(browser.openTab().device)).toBeNull();
	}
);
