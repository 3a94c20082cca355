import { afterEach, beforeEach, vi } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import type { Rung, ScenarioId } from '../questions';
import { Participant } from './participant.svelte';
import { seatSlot } from './saved';
import { FakeServer, fakeBrowserGlobals } from './server.fake';

export const CODE = '2C4D6F';
export const SECOND = 1_000;

export let server: FakeServer;
export let browser: FakeBrowser;
export let globals: ReturnType<typeof fakeBrowserGlobals>;

export const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

/** Opens the page in a tab, as it comes from the server; null where it does not. */
export function openPage(state = server.offline ? null : server.state) {
	const tab = browser.openTab();
	vi.stubGlobal('window', tab.window);
	const participant = new Participant(CODE, tab.device, state);
	const close = participant.open();
	return { participant, tab, close };
}

export async function seated() {
	const page = openPage();
	await page.participant.join('en');
	server.tell();
	return page;
}

export const choose = (participant: Participant, scene: ScenarioId, rung: Rung) =>
	participant.choose(scene, rung, rung, 1234.5);

export const kept = () =>
	JSON.parse(browser.kept.get(seatSlot(CODE).key) ?? 'null') as Record<string, unknown>;

/** Gives each test a server with two open scenes and a browser that has not been there. */
export function useFakeServer(): void {
	beforeEach(() => {
		server = new FakeServer();
		server.open.add('thin-post').add('free-audit');
		browser = new FakeBrowser();
		globals = fakeBrowserGlobals(server);
	});

	afterEach(() => {
		vi.unstubAllGlobals();
		vi.useRealTimers();
	});
}
