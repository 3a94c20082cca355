import { FakeBrowser } from '../device/browser.fake';
import { ResultHistory } from './history.svelte';
import type { SavedResult } from './results';

export function result(seed: number, rest: Partial<SavedResult> = {}): SavedResult {
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

export const [first, second, third] = [result(1), result(2), result(3)];

export function openHistory(browser = new FakeBrowser()) {
	const tab = browser.openTab();
	const history = new ResultHistory(tab.device);
	return { browser, tab, history };
}

export function withThree() {
	const opened = openHistory();
	for (const each of [first, second, third]) opened.history.add(each);
	return opened;
}

export const seeds = (history: ResultHistory) => history.results.map(({ seed }) => seed);
export const reloaded = (browser: FakeBrowser) => new ResultHistory(browser.reload());
