import { expect, test } from 'vitest';
import { FakeBrowser } from '$lib/device/browser.fake';
import { beganAt } from './clock';

const at = (stage: 'lobby' | 'scene' | 'end', round = 1, code = 'X7K2MP') => ({ stage, round, code });

test('a clock begins when the page sees a workshop leave the lobby, and goes on over a reload', () => {
	const tab = new FakeBrowser();
	expect(beganAt(tab.reload(), at('lobby'), false, 1_000)).toBeNull();
	expect(beganAt(tab.reload(), at('scene'), true, 2_000)).toBe(2_000);
	expect(beganAt(tab.reload(), at('scene'), false, 9_000)).toBe(2_000);
	expect(beganAt(tab.reload(), at('end'), false, 9_500)).toBe(2_000);
});

test('a page that comes when it has begun tells no time', () => {
	expect(beganAt(new FakeBrowser().reload(), at('scene'), false, 2_000)).toBeNull();
});

test('each round and each workshop has a clock of its own', () => {
	const tab = new FakeBrowser();
	beganAt(tab.reload(), at('scene'), true, 2_000);
	expect(beganAt(tab.reload(), at('scene', 2), false, 3_000)).toBeNull();
	expect(beganAt(tab.reload(), at('scene', 1, '3F4H5J'), true, 3_000)).toBe(3_000);
});
