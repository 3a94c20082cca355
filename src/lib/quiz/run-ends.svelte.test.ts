import * as filing from './filing';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../questions';
import { decode } from '../result';
import { score } from '../scoring';
import { ResultHistory } from './history.svelte';
import { resultsSlot } from './results';
import { previousRunSlot, runSlot } from './saved';
import { LATER, NOW, answer, openRun, openTwice, reloaded, savedRun, sceneAt } from './run.fixture';

describe('starting over', () => {
	test('puts everything away and shuffles anew', () => {
		const { run } = openRun();
		answer(run, 6);
		run.skip(sceneAt(run, 7));
		run.goTo(6);
		const { sheet } = run;
		run.startOver();
		expect(run.answers).toEqual({});
		expect(run.skipsLeft).toBe(4);
		expect(run.at).toBe(0);
		expect(run.sheet).not.toEqual(sheet);
		expect(run.canUndoStartOver).toBe(true);
	});

	test.each(['in the same visit', 'after a reload'])('can be undone %s', (when) => {
		const { browser, run } = openRun();
		answer(run, 6, 4);
		run.skip(sceneAt(run, 7));
		run.goTo(6);
		const { sheet, answers } = run;
		run.startOver();

		const now = when === 'after a reload' ? reloaded(browser) : run;
		expect(now.canUndoStartOver).toBe(true);
		now.undoStartOver();
		for (const each of [now, reloaded(browser)]) {
			expect(each.sheet).toEqual(sheet);
			expect(each.answers).toEqual(answers);
			expect(each.stateOf(sceneAt(each, 7))).toBe('skipped');
			expect(each.at).toBe(6);
			expect(each.canUndoStartOver).toBe(false);
		}
		expect(browser.kept.has(previousRunSlot('full').key)).toBe(false);
	});

	test('can be undone after a skip, but not after the first answer', () => {
		const { browser, run } = openRun();
		answer(run, 6);
		run.startOver();
		run.skip('thin-post');
		expect(run.canUndoStartOver).toBe(true);

		run.choose('van-dealer', 2, 0, 10);
		expect(run.canUndoStartOver).toBe(false);
		run.undoStartOver();
		expect(run.notice).toBe('otherTab');
		expect(run.answers).toEqual({ 'van-dealer': 2 });
		expect(reloaded(browser).canUndoStartOver).toBe(false);
		expect(browser.kept.has(previousRunSlot('full').key)).toBe(false);
	});

	test('twice still gives the answers back', () => {
		const { browser, run } = openRun();
		answer(run, 6);
		const { answers } = run;
		run.startOver();
		run.skip('thin-post');
		run.startOver();
		expect(run.skipsLeft).toBe(4);
		run.undoStartOver();
		expect(run.answers).toEqual(answers);
		expect(reloaded(browser).answers).toEqual(answers);
	});

	test('can be undone after a reload where the first answer could not be saved', () => {
		const { browser, run } = openRun();
		answer(run, 6);
		const { answers } = run;
		run.startOver();
		browser.refusal = new DOMException('', 'QuotaExceededError');
		run.choose('thin-post', 1, 0, 10);
		const again = reloaded(browser);
		expect(again.canUndoStartOver).toBe(true);
		browser.refusal = null;
		again.undoStartOver();
		expect(again.answers).toEqual(answers);
	});

	test('has nothing to undo where it never happened', () => {
		const { run } = openRun();
		answer(run, 2);
		run.undoStartOver();
		expect(run.answeredCount).toBe(2);
	});
});

describe('finishing', () => {
	test('gives nothing, and files nothing, while answers are missing', () => {
		const { browser, run } = openRun();
		answer(run, 15);
		expect(run.missing).toBe(1);
		expect(run.finish(NOW, filing)).toBeNull();
		expect(run.finished).toBeNull();
		expect(browser.kept.has(resultsSlot.key)).toBe(false);
	});

	test('gives the code of the profile and files it with its choices', () => {
		const { browser, run } = openRun('short');
		answer(run, 8, 2);
		expect(run.isFiled).toBe(false);
		const code = run.finish(NOW, filing)?.code;
		expect([run.isFiled, run.notice]).toEqual([true, null]);
		const decoded = decode(code ?? '');
		expect(decoded.ok && decoded.profile).toEqual(score(run.answers, FORMS.short));
		expect(run.finished).toEqual({ at: NOW.toISOString(), code });

		const { results } = new ResultHistory(browser.reload());
		expect(results).toEqual([
			{
				seed: savedRun(browser, 'short').seed,
				form: 'short',
				version: 2,
				code,
				at: NOW.toISOString(),
				choices: savedRun(browser, 'short').choices
			}
		]);
		expect(reloaded(browser, 'short').finished).toEqual({ at: NOW.toISOString(), code });
	});

	test('again after a changed answer replaces the result', () => {
		const { browser, run } = openRun();
		answer(run, 20, 2);
		const before = run.finish(NOW, filing)?.code;
		run.choose('thin-post', 4, 0, 10);
		const after = run.finish(LATER, filing)?.code;
		expect(after).not.toBe(before);

		const history = new ResultHistory(browser.reload());
		expect(history.results.map(({ code, at }) => ({ code, at }))).toEqual([
			{ code: after, at: LATER.toISOString() }
		]);
		expect(history.results[0]?.choices['thin-post']?.rung).toBe(4);
		expect(run.finished).toEqual({ code: after, at: LATER.toISOString() });
	});

	test('a new run files a second result in front', () => {
		const { browser, run } = openRun();
		answer(run, 20, 2);
		const first = run.finish(NOW, filing)?.code;
		run.startOver();
		expect(run.finished).toBeNull();
		answer(run, 20, 4);
		const second = run.finish(LATER, filing)?.code;
		expect(new ResultHistory(browser.reload()).results.map(({ code }) => code)).toEqual([second, first]);
	});

	test('counts what another tab answered and this one has not heard of', () => {
		const { browser, a, b } = openTwice('short');
		for (const { scene } of a.sheet.slice(0, 7)) a.choose(scene, 3, 0, 10);
		b.choose(sceneAt(a, 7), 0, 0, 10);
		const code = a.finish(NOW, filing)?.code;
		const [result] = new ResultHistory(browser.reload()).results;
		expect(result?.code).toBe(code);
		expect(Object.keys(result?.choices ?? {})).toHaveLength(8);
		const decoded = decode(code ?? '');
		expect(decoded.ok && decoded.profile.overall.count).toBe(8);
	});
});

describe('deleting everything from within a run', () => {
	test('begins anew, says so, and leaves nothing else of ours', () => {
		const { browser, run } = openRun();
		openRun('short', browser);
		answer(run, 6);
		run.startOver();
		const { seed } = run;
		run.deleteAll();
		expect([...browser.kept.keys()]).toEqual([runSlot('full').key]);
		expect([run.answeredCount, run.canUndoStartOver, run.notice]).toEqual([0, false, 'deleted']);
		expect(run.seed).not.toBe(seed);
		expect(savedRun(browser).seed).toBe(run.seed);
	});

	test('takes nothing along into a run that another tab has begun', () => {
		const { browser, run } = openRun();
		browser.refusal = new DOMException('', 'QuotaExceededError');
		run.choose('thin-post', 1, 0, 10);
		run.deleteAll();
		browser.refusal = null;
		answer(openRun('full', browser).run, 2);
		run.skip('thin-post');
		expect([run.chosen('thin-post'), run.notice]).toEqual([undefined, null]);
	});

	test('says first that nothing can be saved', () => {
		const { browser, run } = openRun();
		browser.refusal = new DOMException('', 'QuotaExceededError');
		run.choose('thin-post', 1, 0, 10);
		run.deleteAll();
		expect([run.answeredCount, run.notice]).toEqual([0, 'full']);
		browser.refusal = null;
		run.skip('thin-post');
		expect([reloaded(browser).answeredCount, run.notice]).toEqual([0, null]);
	});
});
