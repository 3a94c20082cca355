import { expect, test, vi } from 'vitest';
import { Guesses } from './guesses.svelte';
import { browser, CODE, SECOND, server, useFakeServer } from './participant.fixture';
import { settle } from './server.fake';

useFakeServer();

function openGuesses(round = 1) {
	const tab = browser.openTab();
	vi.stubGlobal('window', tab.window);
	const guesses = new Guesses(CODE, tab.device, round);
	return { guesses, close: guesses.open() };
}

const sent = () => server.asked.map(({ body }) => body && { ...body });

test('a guess is on the device at once, and sent as one', async () => {
	server.seated = true;
	const { guesses } = openGuesses();
	guesses.guess('thin-post', 3);
	expect(guesses.of('thin-post')).toEqual({ rung: 3, sent: false });
	await settle();
	expect(sent()).toEqual([{ round: 1, scene: 'thin-post', asking: 'guess', rung: 3 }]);
	expect(guesses.of('thin-post')).toEqual({ rung: 3, sent: true });
});

test('it waits for the network, and is there after a reload', async () => {
	server.seated = true;
	server.offline = true;
	const { guesses, close } = openGuesses();
	guesses.guess('thin-post', 3);
	await settle();
	close();
	server.offline = false;
	const back = openGuesses();
	expect(back.guesses.of('thin-post')?.rung).toBe(3);
	await vi.advanceTimersByTimeAsync(3 * SECOND);
	expect(back.guesses.of('thin-post')).toEqual({ rung: 3, sent: true });
	back.close();
});

test('skipping says nothing to the server, but takes back what it has', async () => {
	server.seated = true;
	const { guesses } = openGuesses();
	guesses.guess('free-audit', null);
	await settle();
	expect(sent()).toEqual([]);
	guesses.guess('thin-post', 3);
	await settle();
	guesses.guess('thin-post', null);
	await settle();
	expect(sent().at(-1)).toMatchObject({ asking: 'guess', rung: null });
});

test('one that came too late is dropped, as are those of another round', async () => {
	server.seated = true;
	const { guesses, close } = openGuesses();
	guesses.guess('thin-post', 3);
	await settle();
	guesses.guess('dealer-host', 3);
	await settle();
	expect(guesses.of('dealer-host')).toBeUndefined();
	close();
	expect(openGuesses(2).guesses.of('thin-post')).toBeUndefined();
});
