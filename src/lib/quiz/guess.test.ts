import { expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { guessSlot, readGuess, writeGuess } from './guess';

test('a guess is not there at first, and looking writes nothing', () => {
	const browser = new FakeBrowser();
	expect(readGuess(browser.openTab().device)).toBeNull();
	expect(browser.kept.size).toBe(0);
});

test.each([
	[80, 80],
	[0, 0],
	[100, 100],
	[46.5, 47],
	[-3, 0],
	[250, 100]
])('a guess of %d is %d in the next visit', (guessed, kept) => {
	const browser = new FakeBrowser();
	expect(writeGuess(browser.openTab().device, guessed)).toBe('saved');
	expect(readGuess(browser.reload())).toBe(kept);
});

test.each([
	'80',
	'{"schemaVersion":1,"value":101}',
	'{"schemaVersion":1,"value":"80"}',
	'{"schemaVersion":1}'
])('what is no guess is read as none: %s', (text) => {
	const browser = new FakeBrowser();
	browser.kept.set(guessSlot.key, text);
	expect(readGuess(browser.openTab().device)).toBeNull();
});
