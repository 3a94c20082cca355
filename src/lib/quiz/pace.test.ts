import { expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { readPace, writePace } from './pace';

test('nobody has said how the quiz goes on, until somebody does', () => {
	const browser = new FakeBrowser();
	expect(readPace(browser.openTab().device)).toBeNull();
	for (const goesOn of [false, true]) {
		expect(writePace(browser.openTab().device, goesOn)).toBe('saved');
		expect(readPace(browser.reload())).toBe(goesOn);
	}
});

test.each(['true', '{"schemaVersion":1,"goesOn":"yes"}', '{"schemaVersion":1}'])(
	'what is no such setting is read as none: %s',
	(text) => {
		const browser = new FakeBrowser();
		browser.kept.set('no-strings:pace', text);
		expect(readPace(browser.openTab().device)).toBeNull();
	}
);
