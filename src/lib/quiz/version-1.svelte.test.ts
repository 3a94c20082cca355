import { describe, expect, test } from 'vitest';
import kept from '../device/version-1.fixture.json' with { type: 'json' };
import { FakeBrowser } from '../device/browser.fake';
import { ResultHistory } from './history.svelte';
import { QuizRun } from './run.svelte';

/** What the first version (commit 6bca7e0) left on a device. */
function deviceOfVersion1() {
	const browser = new FakeBrowser();
	for (const [key, value] of Object.entries(kept)) browser.kept.set(key, JSON.stringify(value));
	return browser.openTab().device;
}

describe('a device of the first version', () => {
	test('goes on with a run where it was, in the first version of the key', () => {
		const run = new QuizRun('short', deviceOfVersion1());
		expect(run.notice).toBe('resumed');
		expect(run.form.version).toBe(1);
		const { choices } = kept['no-strings:run:short'];
		expect(run.answers).toEqual(
			Object.fromEntries(Object.entries(choices).map(([scene, { rung }]) => [scene, rung]))
		);
		expect(run.answeredCount).toBe(4);
		const [open = 0] = run.unanswered;
		const { scene } = run.sheet[open] as (typeof run.sheet)[number];
		run.choose(scene, 4, 0, 1000);
		expect(run.answers[scene]).toBe(4);
	});

	test('keeps its finished result with every choice', () => {
		const [saved] = kept['no-strings:results'].results;
		const history = new ResultHistory(deviceOfVersion1());
		expect(history.results).toHaveLength(1);
		expect(history.withCode(saved?.code ?? '')).toMatchObject({ ...saved, version: 1 });
	});
});
