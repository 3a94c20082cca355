import * as filing from './filing';
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { FORMS, FORM_IDS, sheetFor } from '../questions';
import { decode } from '../result';
import { FakeBrowser } from '../device/browser.fake';
import { ResultHistory } from './history.svelte';
import { QuizRun } from './run.svelte';
import { runSlot } from './saved';
import { NOW, answer, openRun, reloaded, savedRun, sceneAt } from './run.fixture';

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

describe('a run that is shown before a device is opened', () => {
	test('has the seed that it was given, and lies on an empty device with it', () => {
		const run = new QuizRun('short', null, 7);
		expect([run.sheet, run.notice]).toEqual([sheetFor(FORMS.short, 7), null]);
		const browser = new FakeBrowser();
		run.open(browser.reload());
		expect([run.seed, savedRun(browser, 'short').seed]).toEqual([7, 7]);
	});

	test('gets another seed where the one that was shown must not be kept', () => {
		const run = new QuizRun('short', null, 7);
		const browser = new FakeBrowser();
		run.open(browser.reload(), true);
		expect(run.seed).not.toBe(7);
		expect(savedRun(browser, 'short').seed).toBe(run.seed);
	});

	test('gives way to the run that lies there', () => {
		const { browser, run: kept } = openRun('short');
		answer(kept, 2);
		const run = new QuizRun('short', null, 7);
		run.open(browser.reload(), true);
		expect([run.seed, run.answers]).toEqual([kept.seed, kept.answers]);
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

	test.each([
		['beside which nothing was answered', 0, 2],
		['but not over answers given since', 1, 1]
	])('takes back a run that an older tab set aside, %s', (_, given, answered) => {
		const { browser, run } = openRun();
		answer(run, 2);
		const aside = browser.kept.get(runSlot('full').key) ?? '';
		run.startOver();
		answer(run, given);
		browser.kept.set(`${runSlot('full').key}:set-aside`, aside);
		expect(reloaded(browser).answeredCount).toBe(answered);
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
		const result = run.finish(NOW, filing);
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
