import { describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { ResultHistory } from './history.svelte';
import { Intention } from './intention.svelte';
import { intentionSlot, LONGEST_INTENTION } from './saved';

function open(browser = new FakeBrowser()) {
	const tab = browser.openTab();
	return { browser, tab, intention: new Intention(tab.device) };
}

describe('one line to keep', () => {
	test('is empty at first, and looking writes nothing', () => {
		const { browser, intention } = open();
		expect(intention.text).toBe('');
		expect(browser.kept.size).toBe(0);
	});

	test('is there again in the next visit, without blanks around it', () => {
		const { browser, intention } = open();
		expect(intention.keep('  ask plainly \n')).toBe('saved');
		expect(intention.text).toBe('ask plainly');
		expect(new Intention(browser.reload()).text).toBe('ask plainly');
	});

	test('may be as long as the limit, counted as readers count', () => {
		const { intention } = open();
		const family = '👩‍👩‍👧';
		expect(intention.keep(family.repeat(LONGEST_INTENTION))).toBe('saved');
		expect(intention.keep(family.repeat(LONGEST_INTENTION + 1))).toBe('tooLong');
		expect(intention.text).toBe(family.repeat(LONGEST_INTENTION));
	});

	test('is forgotten when it is emptied', () => {
		const { browser, intention } = open();
		intention.keep('ask plainly');
		intention.keep(' ');
		expect(intention.text).toBe('');
		expect(browser.kept.has(intentionSlot.key)).toBe(false);
	});

	test('follows another tab until it is told to stop', () => {
		const { browser, tab, intention } = open();
		const stop = intention.listen(tab.window);
		const other = open(browser).intention;
		other.keep('ask plainly');
		tab.hear();
		expect(intention.text).toBe('ask plainly');
		stop();
		other.keep('ask later');
		tab.hear();
		expect(intention.text).toBe('ask plainly');
	});

	test('goes with everything else when everything is deleted', () => {
		const { browser, tab, intention } = open();
		intention.keep('ask plainly');
		new ResultHistory(tab.device).removeAll();
		expect(new Intention(browser.reload()).text).toBe('');
	});
});
