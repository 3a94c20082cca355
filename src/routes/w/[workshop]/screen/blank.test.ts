import { expect, test } from 'vitest';
import { FakeBrowser } from '$lib/device/browser.fake';
import { isBlank, keepBlank } from './blank';

test('a blanked screen stays blanked over a reload, until a key brings it back', () => {
	const tab = new FakeBrowser();
	expect(isBlank(tab.reload(), 'X7K2MP')).toBe(false);
	keepBlank(tab.reload(), 'X7K2MP', true);
	expect(isBlank(tab.reload(), 'X7K2MP')).toBe(true);
	keepBlank(tab.reload(), 'X7K2MP', false);
	expect(isBlank(tab.reload(), 'X7K2MP')).toBe(false);
	expect(tab.kept.size).toBe(0);
});

test('blanks no other workshop’s screen', () => {
	const tab = new FakeBrowser();
	keepBlank(tab.reload(), 'X7K2MP', true);
	expect(isBlank(tab.reload(), '3F4H5J')).toBe(false);
});

test('what is unreadable leaves a screen seen', () => {
	const tab = new FakeBrowser();
	keepBlank(tab.reload(), 'X7K2MP', true);
	for (const key of tab.kept.keys()) tab.kept.set(key, '{');
	expect(isBlank(tab.reload(), 'X7K2MP')).toBe(false);
});
