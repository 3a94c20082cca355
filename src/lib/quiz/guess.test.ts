import { expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { guessSlot, readGuess } from './guess';

test('a guess is not there at first, and looking writes nothing', () => {
	const browser = new FakeBrowser();
	expect(readGuess(browser.openTab().device)).toBeNull();
	expect(browser.kept.size).toBe(0);
});

test.each([0, 46, 100])('what the start page keeps is read: %d', (value) => {
	const browser = new FakeBrowser();
	browser.kept.set(guessSlot.key, JSON.stringify({ schemaVersion: 1, value }));
	expect(readGuess(browser.openTab().device)).toBe(value);
});

test.each([
	'80',
	'{"schemaVersion":1,"value":101}',
	'{"schemaVersion":1,"value":46.5}',
	'{"schemaVersion":1,"value":-1}',
	'{"schemaVersion":1,"value":"80"}',
	'{"schemaVersion":1}'
])('what is no guess is read as none: %s', (text) => {
	const browser = new FakeBrowser();
	browser.kept.set(guessSlot.key, text);
	expect(readGuess(browser.openTab().device)).toBeNull();
});
