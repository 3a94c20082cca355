import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { ResultHistory } from './history.svelte';
import { previousRunSlot, resultsSlot, runSlot, type SavedResult, type SavedRun } from './saved';

function result(seed: number, rest: Partial<SavedResult> = {}): SavedResult {
	return {
		seed,
		form: 'full',
		version: 2,
		code: `CODE${seed}`,
		at: '2026-05-03T10:00:00.000Z',
		choices: { 'thin-post': { rung: 2, position: 1, milliseconds: 900 } },
		...rest
	};
}

const [first, second, third] = [result(1), result(2), result(3)];

function openHistory(browser = new FakeBrowser()) {
	const tab = browser.openTab();
	const history = new ResultHistory(tab.device);
	return { browser, tab, history };
}

function withThree() {
	const opened = openHistory();
	for (const each of [first, second, third]) opened.history.add(each);
	return opened;
}

const seeds = (history: ResultHistory) => history.results.map(({ seed }) => seed);
const reloaded = (browser: FakeBrowser) => new ResultHistory(browser.reload());

describe('filing', () => {
	test('begins with nothing, and writes nothing by itself', () => {
		const { browser, history } = openHistory();
		expect(history.results).toEqual([]);
		expect(history.canUndo).toBe(false);
		expect(browser.kept.size).toBe(0);
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

describe('deleting one', () => {
	test('takes it, and no other, off the device', () => {
		const { browser, history } = withThree();
		history.remove(second);
		expect(seeds(history)).toEqual([3, 1]);
		expect(seeds(reloaded(browser))).toEqual([3, 1]);
	});

	test('can be undone: it comes back to its place, with all it held', () => {
		const { browser, history } = withThree();
		history.remove(second);
		expect(history.canUndo).toBe(true);
		history.undo();
		expect(history.canUndo).toBe(false);
		expect(history.results).toEqual([third, second, first]);
		expect(reloaded(browser).results).toEqual([third, second, first]);
	});

	test('twice can be undone once', () => {
		const { history } = withThree();
		history.remove(second);
		history.remove(first);
		history.undo();
		history.undo();
		expect(seeds(history)).toEqual([3, 1]);
	});

	test('cannot be undone after a reload, nor after the next step', () => {
		const { browser, history } = withThree();
		history.remove(second);
		expect(reloaded(browser).canUndo).toBe(false);
		history.add(result(4));
		expect(history.canUndo).toBe(false);
		history.undo();
		expect(seeds(history)).toEqual([4, 3, 1]);
	});

	test('and undoing keeps what another tab filed meanwhile', () => {
		const { browser, history } = withThree();
		history.remove(first);
		openHistory(browser).history.add(result(4));
		history.undo();
		expect(seeds(history).sort()).toEqual([1, 2, 3, 4]);
		expect(seeds(reloaded(browser))).toEqual(seeds(history));
	});

	test('and undoing does not replace a newer result of the same run', () => {
		const { browser, history } = withThree();
		history.remove(second);
		const newer = result(2, { code: 'NEWER' });
		openHistory(browser).history.add(newer);
		history.undo();
		expect(history.results).toEqual([newer, third, first]);
	});

	test('that another tab deleted already has nothing to undo', () => {
		const { browser, history } = withThree();
		openHistory(browser).history.remove(second);
		history.remove(second);
		expect(history.canUndo).toBe(false);
		expect(seeds(history)).toEqual([3, 1]);
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

describe('deleting everything', () => {
	test('leaves nothing of ours on the device, and everything of others', () => {
		const { browser, history } = withThree();
		const foreign = ['no-strings', 'theme', 'other:no-strings:results'];
		for (const key of [
			runSlot('full').key,
			runSlot('short').key,
			`${resultsSlot.key}:set-aside`,
			...foreign
		]) {
			browser.kept.set(key, 'x');
		}
		history.remove(first);
		history.removeAll();
		expect(history.results).toEqual([]);
		expect(history.canUndo).toBe(false);
		expect([...browser.kept.keys()]).toEqual(foreign);
		history.undo();
		expect([...browser.kept.keys()]).toEqual(foreign);
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

test('opens a result that was filed before the key had a second version', () => {
	const browser = new FakeBrowser();
	const choices = { 'podcast-guest': { rung: 2, position: 1, milliseconds: 900 } };
	const { version, ...old } = { ...first, choices };
	browser.kept.set(resultsSlot.key, JSON.stringify({ schemaVersion: 1, results: [old] }));
	expect(version).toBe(2);
	expect(openHistory(browser).history.results).toEqual([{ ...old, version: 1 }]);
});

describe('what lies there', () => {
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

test('says that a deletion could not be undone, and can try again', () => {
	const { browser, history } = withThree();
	history.remove(second);
	browser.refusal = new DOMException('', 'QuotaExceededError');
	expect([history.undo(), seeds(history), history.canUndo]).toEqual(['full', [3, 1], true]);
	browser.refusal = null;
	expect([history.undo(), seeds(history), history.canUndo]).toEqual(['saved', [3, 2, 1], false]);
});

test('knows the run of a result only while that run lies on the device', () => {
	const { tab, history } = withThree();
	const run: SavedRun = {
		...{ schemaVersion: 1, form: 'full', version: 2, seed: 2, choices: first.choices },
		...{ skipped: [], at: 0, finished: null }
	};
	tab.device.write(runSlot('full'), run);
	expect([first, second].map((one) => history.hasRun(one))).toEqual([false, true]);
	expect(history.hasRun(result(2, { form: 'picked' }))).toBe(false);
	tab.device.write(runSlot('full'), { ...run, seed: 9 });
	expect(history.hasRun(second)).toBe(false);
});
