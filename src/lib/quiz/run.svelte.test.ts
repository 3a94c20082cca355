import { codeOf } from './code-of';
import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { FORMS, FORM_IDS, RUNGS, sheetFor, type FormId, type Rung, type ScenarioId } from '../questions';
import { decode } from '../result';
import { score } from '../scoring';
import { FakeBrowser } from '../device/browser.fake';
import { Device } from '../device';
import { ResultHistory } from './history.svelte';
import { QuizRun } from './run.svelte';
import { previousRunSlot, resultsSlot, runSlot } from './saved';

const NOW = new Date('2026-05-03T10:00:00.000Z');
const LATER = new Date('2026-06-01T09:30:00.000Z');

function openRun(form: FormId = 'full', browser = new FakeBrowser()) {
	const tab = browser.openTab();
	return { browser, tab, run: new QuizRun(form, tab.device) };
}

/** Two tabs of one browser on the same run; each hears the other only when the test says so. */
function openTwice(form: FormId = 'full') {
	const browser = new FakeBrowser();
	const [a, b] = [openRun(form, browser), openRun(form, browser)];
	a.run.listen(a.tab.window);
	b.run.listen(b.tab.window);
	const hear = () => {
		a.tab.hear();
		b.tab.hear();
	};
	return { browser, a: a.run, b: b.run, hear };
}

const reloaded = (browser: FakeBrowser, form: FormId = 'full') => new QuizRun(form, browser.reload());

function sceneAt(run: QuizRun, position: number): ScenarioId {
	const entry = run.sheet[position];
	if (!entry) throw new RangeError(`no scene at ${position}`);
	return entry.scene;
}

/** Answers the first scenes of the sheet, all on one rung. */
function answer(run: QuizRun, count: number, rung: Rung = 3) {
	for (let position = 0; position < count; position++) run.choose(sceneAt(run, position), rung, 0, 1000);
}

const savedRun = (browser: FakeBrowser, form: FormId = 'full') =>
	JSON.parse(browser.kept.get(runSlot(form).key) ?? 'null') as Record<string, unknown>;

describe('a fresh run', () => {
	test.each(FORM_IDS)('of the %s form has every scene open and lies on the device at once', (id) => {
		const { browser, run } = openRun(id);
		expect(run.sheet.map(({ scene }) => scene).sort()).toEqual([...FORMS[id].scenarioIds].sort());
		expect(run.unanswered).toEqual([...run.sheet.keys()]);
		expect(run.missing).toBe(FORMS[id].minimumAnswers);
		expect(run.answeredCount).toBe(0);
		expect(run.answers).toEqual({});
		expect(run.at).toBe(0);
		expect(run.finished).toBeNull();
		expect(run.canUndoStartOver).toBe(false);
		expect(run.notice).toBeNull();
		expect(run.sheet).toEqual(sheetFor(FORMS[id], savedRun(browser, id).seed as number));
	});

	test('is shuffled by itself, not like the last one', () => {
		const seeds = Array.from({ length: 20 }, () => savedRun(openRun().browser).seed);
		expect(new Set(seeds).size).toBe(20);
	});

	test('leaves the run of the other form alone', () => {
		const { browser, run } = openRun('full');
		answer(run, 3);
		const short = openRun('short', browser).run;
		expect(short.answeredCount).toBe(0);
		short.choose('thin-post', 1, 0, 10);
		expect(reloaded(browser).answeredCount).toBe(3);
	});
});

describe('choosing', () => {
	test('is followed by everything that depends on it', () => {
		const { run } = openRun();
		const seen: string[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(`${run.answeredCount} answered, ${run.missing} missing, ${run.unanswered.length} open`);
			});
		});
		flushSync();
		run.choose('thin-post', 2, 4, 800);
		flushSync();
		stop();
		expect(seen).toEqual(['0 answered, 16 missing, 20 open', '1 answered, 15 missing, 19 open']);
	});

	test('keeps rung, place in the list and time', () => {
		const { browser, run } = openRun();
		run.choose('thin-post', 2, 4, 812.6);
		expect(run.chosen('thin-post')).toBe(2);
		expect(run.stateOf('thin-post')).toBe('answered');
		expect(savedRun(browser).choices).toEqual({ 'thin-post': { rung: 2, position: 4, milliseconds: 813 } });
	});

	test('counts rung 0 as an answer', () => {
		const { run } = openRun();
		run.choose('thin-post', 0, 0, 10);
		expect(run.stateOf('thin-post')).toBe('answered');
		expect(run.chosen('thin-post')).toBe(0);
		expect(run.answers).toEqual({ 'thin-post': 0 });
	});

	test('again changes the answer and its place, keeps the first time, and keeps later answers', () => {
		const { browser, run } = openRun();
		answer(run, 5);
		const first = sceneAt(run, 0);
		run.choose(first, 1, 4, 9000);
		expect(run.answeredCount).toBe(5);
		expect(run.chosen(first)).toBe(1);
		expect(run.chosen(sceneAt(run, 4))).toBe(3);
		expect(savedRun(browser).choices).toHaveProperty([first], { rung: 1, position: 4, milliseconds: 1000 });
	});

	test('takes the scene off those without an answer', () => {
		const { run } = openRun('short');
		run.choose(sceneAt(run, 3), 2, 0, 10);
		expect(run.unanswered).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
		expect(run.missing).toBe(7);
	});

	test('answers a scene that was skipped', () => {
		const { run } = openRun();
		run.skip('thin-post');
		run.choose('thin-post', 2, 0, 10);
		expect(run.stateOf('thin-post')).toBe('answered');
		expect(run.skipsLeft).toBe(4);
	});
});

describe('skipping', () => {
	test('leaves the scene without an answer and counts down', () => {
		const { run } = openRun();
		expect(run.skipsLeft).toBe(4);
		run.skip('thin-post');
		expect(run.stateOf('thin-post')).toBe('skipped');
		expect(run.stateOf('van-dealer')).toBe('open');
		expect(run.chosen('thin-post')).toBeUndefined();
		expect(run.unanswered).toHaveLength(20);
		expect(run.skipsLeft).toBe(3);
	});

	test('counts a scene once', () => {
		const { run } = openRun('short');
		expect(run.skipsLeft).toBe(2);
		run.skip('thin-post');
		run.skip('thin-post');
		expect(run.skipsLeft).toBe(1);
	});

	test('leaves exactly as many answers as a score needs when no skip is left', () => {
		const { run } = openRun();
		while (run.skipsLeft > 0) run.skip(sceneAt(run, run.skipsLeft));
		for (const { scene } of run.sheet) if (run.stateOf(scene) === 'open') run.choose(scene, 2, 0, 10);
		expect(run.missing).toBe(0);
		expect(run.answeredCount).toBe(FORMS.full.minimumAnswers);
	});

	test('does not take an answer away', () => {
		const { run } = openRun();
		run.choose('thin-post', 4, 0, 10);
		run.skip('thin-post');
		expect(run.chosen('thin-post')).toBe(4);
		expect(run.stateOf('thin-post')).toBe('answered');
		expect(run.skipsLeft).toBe(4);
	});
});

describe('coming back', () => {
	test('finds answers, skips, order and place', () => {
		const { browser, run } = openRun();
		answer(run, 3, 1);
		run.skip(sceneAt(run, 3));
		run.goTo(4);
		const again = reloaded(browser);
		expect(again.sheet).toEqual(run.sheet);
		expect(again.answers).toEqual(run.answers);
		expect(again.answeredCount).toBe(3);
		expect(again.stateOf(sceneAt(run, 3))).toBe('skipped');
		expect(again.at).toBe(4);
	});

	test('stays on the sheet where a saved place lies beyond it', () => {
		const { browser, run } = openRun('short');
		run.goTo(99);
		expect(reloaded(browser, 'short').at).toBe(9);
	});

	test('sets aside a run that is not of this form', () => {
		const { browser, run } = openRun('full');
		answer(run, 2);
		const text = browser.kept.get(runSlot('full').key) ?? '';
		browser.kept.set(runSlot('short').key, text);
		const short = reloaded(browser, 'short');
		expect(short.answeredCount).toBe(0);
		expect(short.notice).toBe('setAside');
		expect(browser.kept.get(`${runSlot('short').key}:set-aside`)).toBe(text);
	});

	test.each(['choices', 'skipped'])(
		'sets aside a run with %s of scenes that its form does not ask',
		(field) => {
			const { browser, run } = openRun('short');
			run.choose('thin-post', 1, 0, 10);
			const outside =
				field === 'choices' ? { 'van-dealer': { rung: 1, position: 0, milliseconds: 10 } } : ['van-dealer'];
			browser.kept.set(
				runSlot('short').key,
				JSON.stringify({ ...savedRun(browser, 'short'), [field]: outside })
			);
			expect(reloaded(browser, 'short').notice).toBe('setAside');
		}
	);
});

describe('a run of version 1 of the key', () => {
	// As version 1 of the program saved it.
	const saved = {
		schemaVersion: 1,
		form: 'short',
		seed: 7,
		choices: {
			'client-supplier': { rung: 2, position: 0, milliseconds: 900 },
			'silent-launch': { rung: 4, position: 4, milliseconds: 900 }
		},
		skipped: ['comment-pod'],
		at: 6,
		finished: null
	};

	function goOn() {
		const browser = new FakeBrowser();
		browser.kept.set(runSlot('short').key, JSON.stringify(saved));
		return openRun('short', browser);
	}

	test('goes on where it was, with its own scenes in their old order', () => {
		const { run } = goOn();
		expect(run.notice).toBe('resumed');
		expect(run.form.version).toBe(1);
		expect(run.at).toBe(6);
		expect(run.chosen('silent-launch')).toBe(4);
		expect(run.stateOf('comment-pod')).toBe('skipped');
		expect(run.sheet.map(({ scene, rungs }) => `${scene} ${rungs.join('')}`).join(', ')).toBe(
			'client-supplier 24013, linkedin-stranger 43102, testimonial 30412, comment-pod 12304, ' +
				'dealer-host 40321, dealer-proposal 03124, silent-launch 01324, free-audit 23140, ' +
				'designer-fee 13240, thin-post 03412'
		);
	});

	test('ends in a result of version 1', () => {
		const { browser, run } = goOn();
		answer(run, 10, 3);
		const result = run.finish(NOW, codeOf);
		const decoded = decode(result?.code ?? '');
		expect(decoded.ok && decoded.profile.version).toBe(1);
		expect(new ResultHistory(browser.reload()).results).toEqual([{ ...result, version: 1 }]);
	});

	test('makes room for version 2 when it is started over, and comes back when that is undone', () => {
		const { run } = goOn();
		run.startOver();
		expect(run.form.version).toBe(2);
		expect(run.sheet[0]?.scene).toBe('linkedin-stranger');
		run.undoStartOver();
		expect(run.form.version).toBe(1);
		expect(run.chosen('silent-launch')).toBe(4);
	});

	test('cannot hold scenes of version 2', () => {
		const browser = new FakeBrowser();
		const choices = { 'close-friend': { rung: 1, position: 0, milliseconds: 10 } };
		browser.kept.set(runSlot('short').key, JSON.stringify({ ...saved, choices }));
		expect(openRun('short', browser).run.notice).toBe('setAside');
	});
});

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
		expect(run.finish(NOW, codeOf)).toBeNull();
		expect(run.finished).toBeNull();
		expect(browser.kept.has(resultsSlot.key)).toBe(false);
	});

	test('gives the code of the profile and files it with its choices', () => {
		const { browser, run } = openRun('short');
		answer(run, 8, 2);
		const code = run.finish(NOW, codeOf)?.code;
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
		const before = run.finish(NOW, codeOf)?.code;
		run.choose('thin-post', 4, 0, 10);
		const after = run.finish(LATER, codeOf)?.code;
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
		const first = run.finish(NOW, codeOf)?.code;
		run.startOver();
		expect(run.finished).toBeNull();
		answer(run, 20, 4);
		const second = run.finish(LATER, codeOf)?.code;
		expect(new ResultHistory(browser.reload()).results.map(({ code }) => code)).toEqual([second, first]);
	});

	test('counts what another tab answered and this one has not heard of', () => {
		const { browser, a, b } = openTwice('short');
		for (const { scene } of a.sheet.slice(0, 7)) a.choose(scene, 3, 0, 10);
		b.choose(sceneAt(a, 7), 0, 0, 10);
		const code = a.finish(NOW, codeOf)?.code;
		const [result] = new ResultHistory(browser.reload()).results;
		expect(result?.code).toBe(code);
		expect(Object.keys(result?.choices ?? {})).toHaveLength(8);
		const decoded = decode(code ?? '');
		expect(decoded.ok && decoded.profile.overall.count).toBe(8);
	});
});

describe('two tabs', () => {
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

describe('notices', () => {
	test('welcome somebody back who has answers', () => {
		const { browser, run } = openRun();
		expect(reloaded(browser).notice).toBeNull();
		run.choose('thin-post', 1, 0, 10);
		expect(reloaded(browser).notice).toBe('resumed');
	});

	test('say nothing of coming back to a finished run', () => {
		const { browser, run } = openRun();
		answer(run, 20);
		run.finish(NOW, codeOf);
		expect(reloaded(browser).notice).toBeNull();
	});

	test('say that something was set aside', () => {
		const browser = new FakeBrowser();
		browser.kept.set(runSlot('full').key, 'damaged');
		expect(reloaded(browser).notice).toBe('setAside');
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
		expect(run.finish(NOW, codeOf)).not.toBeNull();
		run.startOver();
		expect(run.answeredCount).toBe(0);
		run.undoStartOver();
		expect(run.answeredCount).toBe(20);
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
		expect(run.finish(NOW, codeOf)).not.toBeNull();
		expect(run.notice).toBe('full');
		expect(reloaded(browser).finished).not.toBeNull();
	});
});

describe('whatever the order of steps', () => {
	const scenes = fc.constantFrom(...FORMS.short.scenarioIds);
	const step = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.record({
				do: fc.constant('choose' as const),
				scene: scenes,
				rung: fc.constantFrom(...RUNGS)
			})
		},
		{ weight: 2, arbitrary: fc.record({ do: fc.constant('skip' as const), scene: scenes }) },
		{ weight: 2, arbitrary: fc.record({ do: fc.constant('goTo' as const), position: fc.nat({ max: 9 }) }) },
		fc.record({ do: fc.constantFrom('startOver' as const, 'undo' as const, 'finish' as const) })
	);

	function take(run: QuizRun, move: typeof step extends fc.Arbitrary<infer Step> ? Step : never) {
		if (move.do === 'choose') run.choose(move.scene, move.rung, 0, 10);
		else if (move.do === 'skip') run.skip(move.scene);
		else if (move.do === 'goTo') run.goTo(move.position);
		else if (move.do === 'startOver') run.startOver();
		else if (move.do === 'undo') run.undoStartOver();
		else run.finish(NOW, codeOf);
	}

	/** What the person means: the answers given last, and those put away while they can come back. */
	class Meant {
		answers: Partial<Record<ScenarioId, Rung>> = {};
		put: Meant['answers'] | null = null;

		take(move: Parameters<typeof take>[1], mayUndo: boolean) {
			if (move.do === 'choose') {
				this.answers = { ...this.answers, [move.scene]: move.rung };
				this.put = null;
			} else if (move.do === 'startOver' && Object.keys(this.answers).length > 0) {
				this.put = this.answers;
				this.answers = {};
			} else if (move.do === 'undo' && this.put && mayUndo) {
				this.answers = this.put;
				this.put = null;
			}
		}
	}

	test('two tabs lose no answer, and a reload at any point shows the same', () => {
		const moves = fc.array(
			fc.record({ who: fc.nat({ max: 1 }), hears: fc.boolean(), reloads: fc.boolean(), move: step }),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(moves, (list) => {
				const browser = new FakeBrowser();
				const open = () => {
					const { run, tab } = openRun('short', browser);
					run.listen(tab.window);
					return { run, tab };
				};
				const tabs = [open(), open()];
				const meant = new Meant();
				// Those tabs that started over themselves, or were opened since.
				let mayUndo = new Set<number>();

				for (const { who, hears, reloads, move } of list) {
					if (reloads) {
						tabs[who] = open();
						mayUndo.add(who);
					}
					const { run, tab } = tabs[who] as (typeof tabs)[number];
					if (hears) tab.hear();
					if (move.do === 'startOver' && Object.keys(meant.answers).length > 0) mayUndo = new Set([who]);
					meant.take(move, mayUndo.has(who));
					take(run, move);

					const fresh = new QuizRun('short', browser.reload());
					expect(fresh.answers).toEqual(meant.answers);
					expect(fresh.canUndoStartOver).toBe(meant.put !== null);
					if (move.do === 'goTo') continue;
					expect(run.answers).toEqual(meant.answers);
					expect(run.sheet).toEqual(fresh.sheet);
					if (move.do === 'choose' || move.do === 'skip') expect(fresh.at).toBe(run.at);
				}
				for (const { run, tab } of tabs) {
					tab.hear();
					expect(run.answers).toEqual(meant.answers);
				}
			})
		);
	});

	test('storage that fails for a while costs nothing', () => {
		const moves = fc.array(fc.record({ fails: fc.boolean(), move: step }), { maxLength: 40 });
		fc.assert(
			fc.property(moves, fc.constantFrom('QuotaExceededError', 'SecurityError'), (list, name) => {
				const { browser, run } = openRun('short');
				const meant = new Meant();
				for (const { fails, move } of list) {
					browser.refusal = fails ? new DOMException('', name) : null;
					meant.take(move, true);
					take(run, move);
					expect(run.answers).toEqual(meant.answers);
				}
				browser.refusal = null;
				run.skip('thin-post');
				expect(run.answers).toEqual(meant.answers);
				expect(reloaded(browser, 'short').answers).toEqual(meant.answers);
				expect(reloaded(browser, 'short').sheet).toEqual(run.sheet);
			})
		);
	});
});
