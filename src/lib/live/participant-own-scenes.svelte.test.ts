import { describe, expect, test } from 'vitest';
import type { AskedScene } from '../own-scenes';
import { ownScenesSlot } from './saved';
import { Participant } from './participant.svelte';
import { FakeEventSource, settle } from './server.fake';
import { browser, CODE, server, useFakeServer, wait } from './participant.fixture';

useFakeServer();

const WORDS = [{ id: 'own-1', words: 'What somebody wrote' }] as unknown as readonly AskedScene[];

const page = (ownScenes: readonly AskedScene[] | null) =>
	new Participant(CODE, browser.openTab().device, server.offline ? null : server.state, null, ownScenes);

describe('the words of scenes that the host wrote', () => {
	test('are kept once somebody listens, and are there without a network', () => {
		const close = page(WORDS).open();
		expect(browser.kept.has(ownScenesSlot(CODE).key)).toBe(false);
		server.tell();
		close();
		server.offline = true;
		expect(page(null).own.scenes).toEqual(WORDS);
	});

	test('that come late are kept at once', async () => {
		page(null).open();
		server.instead = () => Response.json({ scenes: WORDS });
		FakeEventSource.open.at(-1)?.say({ ...server.snapshot, scenes: ['own-1'] });
		await settle();
		server.offline = true;
		expect(page(null).own.scenes).toEqual(WORDS);
	});

	test('are asked for no more once the page was left', async () => {
		const close = page(null).open();
		server.instead = () => Response.json({ reason: 'unavailable' }, { status: 503 });
		FakeEventSource.open.at(-1)?.say({ ...server.snapshot, scenes: ['own-1'] });
		await settle();
		close();
		await wait(100);
		expect(server.asked).toHaveLength(1);
	});

	test('are those of the page where it brings some', () => {
		page(WORDS).open();
		server.tell();
		expect(page([]).own.scenes).toEqual([]);
	});

	test('take no room where there are none', () => {
		for (const none of [[], null]) page(none).open();
		server.tell();
		expect(browser.kept.has(ownScenesSlot(CODE).key)).toBe(false);
		expect(page(null).own.scenes).toBeNull();
	});
});
