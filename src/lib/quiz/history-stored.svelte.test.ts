import { describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { resultsSlot } from './results';
import { runSlot, type SavedRun } from './saved';
import { first, openHistory, reloaded, result, second, seeds, third, withThree } from './history.fixture';

test('the history opens a result that was filed before the key had a second version', () => {
	const browser = new FakeBrowser();
	const choices = { 'podcast-guest': { rung: 2, position: 1, milliseconds: 900 } };
	const { version, ...old } = { ...first, choices };
	browser.kept.set(resultsSlot.key, JSON.stringify({ schemaVersion: 1, results: [old] }));
	expect(version).toBe(2);
	expect(openHistory(browser).history.results).toEqual([{ ...old, version: 1 }]);
});

describe('what lies on the device', () => {
	test('is set aside when it is damaged', () => {
		const text = '{"schemaVersion":1,"results":[';
		const browser = new FakeBrowser();
		browser.kept.set(resultsSlot.key, text);
		const { history } = openHistory(browser);
		expect(history.results).toEqual([]);
		history.add(second);
		expect(browser.kept.get(`${resultsSlot.key}:set-aside`)).toBe(text);
		expect(seeds(reloaded(browser))).toEqual([2]);
	});

	test.each([
		['of another shape', { seed: 1 }],
		['a second result of one run', third],
		[
			'an answer to a scene that there is not',
			{ ...first, choices: { __proto__x: { rung: 1, position: 0, milliseconds: 1 } } }
		]
	])('hides no other result when one is %s, and stays', (_, odd) => {
		const browser = new FakeBrowser();
		browser.kept.set(resultsSlot.key, JSON.stringify({ schemaVersion: 1, results: [third, odd, second] }));
		const { history } = openHistory(browser);
		expect([seeds(history), history.unreadable]).toEqual([[3, 2], 1]);
		history.add(result(4));
		history.remove(second);
		const kept = JSON.parse(browser.kept.get(resultsSlot.key) ?? '') as { unreadable: unknown };
		expect(kept.unreadable).toEqual([odd]);
		expect([seeds(reloaded(browser)), reloaded(browser).unreadable]).toEqual([[4, 3], 1]);
	});

	test('comes back beside what was filed since an older tab set it aside', () => {
		const { browser } = withThree();
		browser.kept.set(
			`${resultsSlot.key}:set-aside`,
			JSON.stringify({ schemaVersion: 1, results: [third, result(7)] })
		);
		expect(seeds(reloaded(browser))).toEqual([3, 2, 1, 7]);
		expect(browser.kept.has(`${resultsSlot.key}:set-aside`)).toBe(false);
	});
});

test('the history knows the run of a result only while that run lies on the device', () => {
	const { tab, history } = withThree();
	const run: SavedRun = {
		...{ schemaVersion: 1, form: 'full', version: 2, seed: 2, choices: first.choices },
		...{ skipped: [], at: 0, finished: null }
	};
	expect(history.hasRun(second)).toBe(false);
	tab.device.write(runSlot('full'), run);
	expect([first, second].map((one) => history.hasRun(one))).toEqual([false, true]);
	expect(history.hasRun(result(2, { form: 'picked' }))).toBe(false);
	tab.device.write(runSlot('full'), { ...run, seed: 9 });
	expect(history.hasRun(second)).toBe(false);
});
