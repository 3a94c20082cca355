import type { FormId, Rung, ScenarioId } from '../questions';
import { FakeBrowser } from '../device/browser.fake';
import { QuizRun } from './run.svelte';
import { runSlot } from './saved';

export const NOW = new Date('2026-05-03T10:00:00.000Z');
export const LATER = new Date('2026-06-01T09:30:00.000Z');

export function openRun(form: FormId = 'full', browser = new FakeBrowser()) {
	const tab = browser.openTab();
	return { browser, tab, run: new QuizRun(form, tab.device) };
}

/** Two tabs of one browser on the same run; each hears the other only when the test says so. */
export function openTwice(form: FormId = 'full') {
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

export const reloaded = (browser: FakeBrowser, form: FormId = 'full') => new QuizRun(form, browser.reload());

export function sceneAt(run: QuizRun, position: number): ScenarioId {
	const entry = run.sheet[position];
	if (!entry) throw new RangeError(`no scene at ${position}`);
	return entry.scene;
}

/** Answers the first scenes of the sheet, all on one rung. */
export function answer(run: QuizRun, count: number, rung: Rung = 3) {
	for (let position = 0; position < count; position++) run.choose(sceneAt(run, position), rung, 0, 1000);
}

export const savedRun = (browser: FakeBrowser, form: FormId = 'full') =>
	JSON.parse(browser.kept.get(runSlot(form).key) ?? 'null') as Record<string, unknown>;
