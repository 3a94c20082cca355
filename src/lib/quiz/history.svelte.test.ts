import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { ResultHistory } from './history.svelte';
import { resultsSlot } from './results';
import { previousRunSlot, runSlot, type SavedRun } from './saved';
import { first, openHistory, reloaded, result, second, seeds, third, withThree } from './history.fixture';

describe('filing', () => {
	test('begins with nothing, and writes nothing by itself', () => {
		const { browser, history } = openHistory();
		expect(history.results).toEqual([]);
		expect(history.canUndo).toBe(false);
		expect(browser.kept.size).toBe(0);
	});

	test('writes the results and nothing else', () => {
		const { browser, history } = openHistory();
		history.add(first);
		expect(JSON.parse(browser.kept.get(resultsSlot.key) ?? '')).toEqual({
			schemaVersion: 1,
			results: [first]
		});
	});

	test('puts the newest in front and finds it all again in the next visit', () => {
		const { browser, history } = openHistory();
		expect(history.add(first)).toBe('saved');
		expect(history.add(second)).toBe('saved');
		expect(history.results).toEqual([second, first]);
		expect(reloaded(browser).results).toEqual([second, first]);
	});

	test('replaces an earlier result of the same run and moves it in front', () => {
		const { browser, history } = withThree();
		const again = result(1, { code: 'CHANGED', at: '2026-06-01T09:30:00.000Z' });
		history.add(again);
		expect(history.results).toEqual([again, third, second]);
		expect(reloaded(browser).results).toEqual([again, third, second]);
	});

	test('keeps what another tab filed meanwhile', () => {
		const { browser, history } = openHistory();
		openHistory(browser).history.add(first);
		history.add(second);
		expect(seeds(history)).toEqual([2, 1]);
	});

	test('finds the newest result with a code', () => {
		const { history } = withThree();
		const sameCode = result(4, { code: first.code });
		history.add(sameCode);
		expect(history.withCode(first.code)).toEqual(sameCode);
		expect(history.withCode('UNKNOWN')).toBeUndefined();
		expect(history.withCode(first.code, 1)).toEqual(first);
		expect(history.withCode(first.code, 2)).toBeUndefined();
		expect([sameCode, first, second].map((each) => history.nth(each))).toEqual([0, 1, 0]);
	});

	test('says when there is no room, and loses nothing of what was there', () => {
		const { browser, history } = withThree();
		browser.capacity = [...browser.kept].flat().join('').length;
		expect(history.add(result(4))).toBe('full');
		expect(seeds(reloaded(browser))).toEqual([3, 2, 1]);
	});

	test('is followed by what shows it', () => {
		const { history } = openHistory();
		const seen: number[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(history.results.length);
			});
		});
		flushSync();
		history.add(first);
		flushSync();
		history.remove(first);
		flushSync();
		stop();
		expect(seen).toEqual([0, 1, 0]);
	});
});

describe('the run that a result came from', () => {
	const run = (seed: number, choices: SavedRun['choices'] = first.choices): SavedRun => ({
		schemaVersion: 1,
		form: 'full',
		version: 2,
		seed,
		choices,
		skipped: [],
		at: 0,
		finished: null
	});
	const lying = (browser: FakeBrowser, slot: typeof resultsSlot | ReturnType<typeof runSlot>) =>
		JSON.parse(browser.kept.get(slot.key) ?? 'null') as unknown;

	test.each([
		['as it stands', runSlot('full')],
		['put away by “start over”', previousRunSlot('full')]
	])('goes with it, %s, and comes back with it', (_, slot) => {
		const { browser, tab, history } = withThree();
		tab.device.write(slot, run(2));
		history.remove(second);
		expect(browser.kept.has(slot.key)).toBe(false);
		history.undo();
		expect(lying(browser, slot)).toEqual(run(2));
	});

	test('is not taken for another one', () => {
		const { browser, tab, history } = withThree();
		tab.device.write(runSlot('full'), run(3));
		history.remove(second);
		expect(lying(browser, runSlot('full'))).toEqual(run(3));
	});

	test('is none where a room picked the scenes', () => {
		const { browser, tab, history } = openHistory();
		const picked = result(2, { form: 'picked' });
		history.add(picked);
		tab.device.write(runSlot('full'), run(2));
		history.remove(picked);
		expect(lying(browser, runSlot('full'))).toEqual(run(2));
		history.undo();
		expect(seeds(history)).toEqual([2]);
	});

	test('does not come back over one that was begun since, but over one without an answer', () => {
		for (const [since, back] of [
			[run(8), run(8)],
			[run(8, {}), run(2)]
		]) {
			const { browser, tab, history } = withThree();
			tab.device.write(runSlot('full'), run(2));
			history.remove(second);
			if (since) tab.device.write(runSlot('full'), since);
			history.undo();
			expect(lying(browser, runSlot('full'))).toEqual(back);
		}
	});
});

describe('whether anything lies here', () => {
	test('is known from the start, of whatever kind it is', () => {
		const browser = new FakeBrowser();
		expect(openHistory(browser).history.hasAnything).toBe(false);
		browser.kept.set('somebody-else', 'x');
		expect(openHistory(browser).history.hasAnything).toBe(false);
		browser.kept.set('no-strings:seat:2C4D6F', 'x');
		expect(openHistory(browser).history.hasAnything).toBe(true);
	});

	test('follows filing and deleting, here and in another tab', () => {
		const { browser, tab, history } = openHistory();
		history.listen(tab.window);
		history.add(first);
		expect(history.hasAnything).toBe(true);
		history.removeAll();
		expect(history.hasAnything).toBe(false);
		const other = openHistory(browser).history;
		other.add(second);
		tab.hear();
		expect(history.hasAnything).toBe(true);
		other.removeAll();
		tab.hear();
		expect(history.hasAnything).toBe(false);
	});
});

describe('listening', () => {
	test('follows what another tab files and deletes', () => {
		const { browser, tab, history } = openHistory();
		const other = openHistory(browser).history;
		history.listen(tab.window);
		other.add(first);
		other.add(second);
		tab.hear();
		expect(seeds(history)).toEqual([2, 1]);
		other.remove(first);
		tab.hear();
		expect(seeds(history)).toEqual([2]);
	});

	test('keeps the undo of this tab, unless everything is deleted in another', () => {
		const { browser, tab, history } = withThree();
		history.listen(tab.window);
		history.remove(second);
		const other = openHistory(browser).history;
		other.add(result(4));
		tab.hear();
		expect(history.canUndo).toBe(true);
		other.removeAll();
		tab.hear();
		expect(history.results).toEqual([]);
		expect(history.canUndo).toBe(false);
	});

	test('hears that all storage was cleared', () => {
		const { browser, tab, history } = withThree();
		history.listen(tab.window);
		browser.clear();
		tab.hear();
		expect(history.results).toEqual([]);
	});

	test('looks again where the browser brings the page back as it was left', () => {
		const { browser, tab, history } = withThree();
		history.listen(tab.window);
		new ResultHistory(browser.openTab().device).removeAll();
		tab.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		expect(history.results).toEqual([]);
	});

	test('does not mind other keys, and ends when told', () => {
		const { browser, tab, history } = withThree();
		const stop = history.listen(tab.window);
		const { results } = history;
		const other = browser.openTab();
		other.device.write({ ...resultsSlot, key: 'no-strings:run:full' }, { schemaVersion: 1, results: [] });
		tab.hear();
		expect(history.results).toBe(results);
		stop();
		new ResultHistory(other.device).add(result(4));
		tab.hear();
		expect(history.results).toBe(results);
	});
});
