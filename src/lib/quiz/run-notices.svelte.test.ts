import * as filing from './filing';
import { describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { Device } from '../device';
import { QuizRun } from './run.svelte';
import { runSlot } from './saved';
import { NOW, answer, openRun, openTwice, reloaded, savedRun, sceneAt } from './run.fixture';

describe('the notices of a run', () => {
	test('welcome somebody back who has answers', () => {
		const { browser, run } = openRun();
		expect(reloaded(browser).notice).toBeNull();
		run.choose('thin-post', 1, 0, 10);
		expect(reloaded(browser).notice).toBe('resumed');
	});

	test('say nothing of coming back to a finished run', () => {
		const { browser, run } = openRun();
		answer(run, 20);
		run.finish(NOW, filing);
		expect(reloaded(browser).notice).toBeNull();
	});

	test('say that something was set aside', () => {
		const browser = new FakeBrowser();
		browser.kept.set(runSlot('full').key, 'damaged');
		const run = reloaded(browser);
		expect(run.notice).toBe('setAside');
		expect(savedRun(browser).seed).toBe(run.seed);
		expect(reloaded(browser).notice).toBeNull();
	});

	test('can be closed, and stay closed', () => {
		const { browser, run } = openRun();
		run.choose('thin-post', 1, 0, 10);
		const again = reloaded(browser);
		again.notice = null;
		again.choose('van-dealer', 1, 0, 10);
		expect(again.notice).toBeNull();
	});

	test('say that storage is forbidden, while the run goes on without it', () => {
		const run = new QuizRun(
			'full',
			new Device(() => {
				throw new DOMException('', 'SecurityError');
			})
		);
		expect(run.notice).toBe('forbidden');
		answer(run, 20);
		expect(run.answeredCount).toBe(20);
		expect(run.finish(NOW, filing)).not.toBeNull();
		run.startOver();
		expect(run.answeredCount).toBe(0);
		run.undoStartOver();
		expect(run.answeredCount).toBe(20);
	});

	test('say that storage is full from the start, while the run goes on', () => {
		const browser = new FakeBrowser();
		browser.refusal = new DOMException('', 'QuotaExceededError');
		const { run } = openRun('full', browser);
		const { seed } = run;
		answer(run, 3);
		expect([run.notice, run.answeredCount, run.seed]).toEqual(['full', 3, seed]);
	});

	test('say that storage is forbidden, until it is not', () => {
		const { browser, run } = openRun();
		browser.refusal = new DOMException('', 'SecurityError');
		run.choose('thin-post', 1, 0, 10);
		expect(run.notice).toBe('forbidden');
		browser.refusal = null;
		run.choose('van-dealer', 1, 0, 10);
		expect([run.notice, reloaded(browser).answeredCount]).toEqual([null, 2]);
	});

	test('say nothing of storage while a run is only shown', () => {
		const run = new QuizRun('full', null);
		run.choose('thin-post', 1, 0, 10);
		expect([run.notice, run.answeredCount]).toEqual([null, 1]);
	});

	test('say nothing of another tab where all was deleted', () => {
		const { browser, b, hear } = openTwice();
		answer(b, 2);
		browser.reload().removeAll('');
		hear();
		expect([b.answeredCount, b.notice]).toEqual([0, null]);
	});

	test('say that storage is full, until there is room again', () => {
		const { browser, run } = openRun();
		browser.capacity = 150;
		answer(run, 3);
		expect(run.notice).toBe('full');
		browser.capacity = 10_000;
		run.choose(sceneAt(run, 3), 2, 0, 10);
		expect(run.notice).toBeNull();
		expect(reloaded(browser).answers).toEqual(run.answers);
		expect(run.answeredCount).toBe(4);
	});

	test('are not replaced by word of another tab while answers are unsaved', () => {
		const { browser, a, b, hear } = openTwice();
		b.goTo(1);
		browser.refusal = new DOMException('', 'QuotaExceededError');
		a.choose('thin-post', 1, 0, 10);
		hear();
		expect(a.notice).toBe('full');
		expect(a.chosen('thin-post')).toBe(1);
	});

	test('say that the answers that were put away did not fit', () => {
		const { browser, run } = openRun();
		answer(run, 20);
		browser.capacity = [...browser.kept].flat().join('').length + 10;
		run.startOver();
		expect(run.notice).toBe('full');
		run.undoStartOver();
		expect(run.answeredCount).toBe(20);
	});

	test('say that the result did not fit', () => {
		const { browser, run } = openRun();
		answer(run, 20);
		browser.capacity = [...browser.kept].flat().join('').length + 100;
		expect(run.finish(NOW, filing)).not.toBeNull();
		expect([run.notice, run.isFiled]).toEqual(['full', false]);
		expect(reloaded(browser).finished).not.toBeNull();
	});
});
