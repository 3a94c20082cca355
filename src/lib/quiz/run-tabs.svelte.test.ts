import { describe, expect, test } from 'vitest';
import { ResultHistory } from './history.svelte';
import { runSlot } from './saved';
import { answer, openRun, openTwice, reloaded, savedRun, sceneAt } from './run.fixture';

describe('one run in two tabs', () => {
	test('show the same run', () => {
		const { a, b } = openTwice();
		expect(b.sheet).toEqual(a.sheet);
	});

	test('add up, heard or unheard', () => {
		const { browser, a, b, hear } = openTwice();
		a.choose('thin-post', 1, 0, 10);
		b.choose('van-dealer', 2, 0, 10);
		a.skip('comment-pod');
		b.choose('thin-post', 4, 0, 10);
		hear();
		for (const run of [a, b, reloaded(browser)]) {
			expect(run.answers).toEqual({ 'thin-post': 4, 'van-dealer': 2 });
			expect(run.stateOf('comment-pod')).toBe('skipped');
		}
	});

	test('each stay at their own scene', () => {
		const { a, b, hear } = openTwice();
		a.goTo(3);
		b.goTo(7);
		hear();
		a.choose('thin-post', 1, 0, 10);
		b.choose('van-dealer', 1, 0, 10);
		expect([a.at, b.at]).toEqual([3, 7]);
	});

	test('come back to where the last step was', () => {
		const { browser, a, b } = openTwice();
		a.goTo(3);
		b.goTo(7);
		a.choose('thin-post', 1, 0, 10);
		expect(reloaded(browser).at).toBe(3);
	});

	test('catch up where the browser brings one back as it was left', () => {
		const left = openRun();
		left.run.listen(left.tab.window);
		const other = openRun('full', left.browser);
		other.run.choose('thin-post', 1, 0, 10);
		left.tab.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		expect(left.run.answers).toEqual({ 'thin-post': 1 });
	});

	test('say that there is another', () => {
		const { a, b, hear } = openTwice();
		hear();
		expect([a.notice, b.notice]).toEqual([null, null]);
		b.choose('thin-post', 1, 0, 10);
		hear();
		expect([a.notice, b.notice]).toEqual(['otherTab', null]);
	});

	test('hear nothing any more once they stop listening', () => {
		const { a, tab, browser } = (() => {
			const { run: a, tab, browser } = openRun();
			return { a, tab, browser };
		})();
		const stop = a.listen(tab.window);
		stop();
		openRun('full', browser).run.choose('thin-post', 1, 0, 10);
		tab.hear();
		expect(a.answeredCount).toBe(0);
		expect(a.notice).toBeNull();
	});

	test('do not mind what other keys say', () => {
		const { run, tab, browser } = openRun();
		run.listen(tab.window);
		openRun('short', browser).run.choose('thin-post', 1, 0, 10);
		tab.hear();
		expect(run.notice).toBeNull();
	});

	test('start over together', () => {
		const { a, b, hear } = openTwice();
		answer(a, 5);
		hear();
		b.startOver();
		hear();
		expect(a.answeredCount).toBe(0);
		expect(a.sheet).toEqual(b.sheet);
	});

	test('put away what the other answered and this one has not heard of', () => {
		const { a, b } = openTwice();
		a.choose('thin-post', 1, 0, 10);
		b.choose('van-dealer', 2, 0, 10);
		a.startOver();
		a.undoStartOver();
		expect(a.answers).toEqual({ 'thin-post': 1, 'van-dealer': 2 });
	});

	test('lose nothing when both start over without hearing of it', () => {
		const { browser, a, b, hear } = openTwice();
		answer(a, 5);
		hear();
		a.startOver();
		b.startOver();
		const again = reloaded(browser);
		expect(again.canUndoStartOver).toBe(true);
		again.undoStartOver();
		expect(again.answeredCount).toBe(5);
	});

	test('do not undo over an answer that the other gave since', () => {
		const { a, b } = openTwice();
		answer(a, 5);
		a.startOver();
		b.choose('thin-post', 1, 0, 10);
		a.undoStartOver();
		expect(a.answers).toEqual({ 'thin-post': 1 });
	});

	test('do not bring back an older run than the one that was put away last', () => {
		const { browser, a, b, hear } = openTwice();
		answer(a, 5);
		a.startOver();
		hear();
		answer(b, 3);
		b.startOver();
		hear();
		expect([a.canUndoStartOver, b.canUndoStartOver]).toEqual([false, true]);
		a.undoStartOver();
		expect(a.answeredCount).toBe(0);
		b.undoStartOver();
		expect(reloaded(browser).answeredCount).toBe(3);
	});

	test('begin anew when everything was deleted in one of them', () => {
		const { browser, a, b, hear } = openTwice();
		answer(a, 5);
		a.startOver();
		answer(b, 5);
		new ResultHistory(browser.reload()).removeAll();
		hear();
		for (const run of [a, b]) {
			expect(run.answeredCount).toBe(0);
			expect(run.canUndoStartOver).toBe(false);
		}
	});

	test('do not bring back what was deleted, even unheard', () => {
		const { browser, a } = openTwice();
		answer(a, 5);
		new ResultHistory(browser.reload()).removeAll();
		a.choose('thin-post', 1, 0, 10);
		expect(a.answers).toEqual({ 'thin-post': 1 });
		expect(savedRun(browser).choices).toEqual({ 'thin-post': { rung: 1, position: 0, milliseconds: 10 } });
	});

	test('lose nothing when somebody damages what lies on the device', () => {
		const { browser, a, b, hear } = openTwice();
		answer(a, 5);
		hear();
		browser.kept.set(runSlot('full').key, 'damaged');
		b.choose(sceneAt(a, 5), 1, 0, 10);
		hear();
		for (const run of [a, b, reloaded(browser)]) expect(run.answeredCount).toBe(6);
		expect(browser.kept.get(`${runSlot('full').key}:set-aside`)).toBe('damaged');
	});

	test('put back what they know when they hear that it is damaged', () => {
		const { browser, a, b } = openTwice();
		answer(a, 5);
		const { tab, run } = openRun('full', browser);
		run.listen(tab.window);
		b.goTo(1);
		browser.kept.set(runSlot('full').key, 'damaged');
		tab.hear();
		expect(reloaded(browser).answeredCount).toBe(5);
	});
});
