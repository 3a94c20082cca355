import * as filing from './filing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, RUNGS, type Rung, type ScenarioId } from '../questions';
import { FakeBrowser } from '../device/browser.fake';
import { QuizRun } from './run.svelte';
import { NOW, openRun, reloaded } from './run.fixture';

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
		else run.finish(NOW, filing);
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
