import { describe, expect, test } from 'vitest';
import { answerKey } from '../group';
import type { Rung } from '../questions';
import { browser, choose, kept, openPage, seated, server, useFakeServer, wait } from './participant.fixture';
import { settle } from './server.fake';
import type { Participant } from './participant.svelte';

useFakeServer();

const AGAIN = answerKey('thin-post', 'again');

const chooseAgain = (participant: Participant, rung: Rung) => participant.choose(AGAIN, rung, rung, 1);

/** One scene is answered and shown, and open a second time. */
async function askedAgain() {
	const page = await seated();
	choose(page.participant, 'thin-post', 3);
	await settle();
	server.askAgain('thin-post');
	server.tell();
	return page;
}

describe('a second answer to a scene', () => {
	test('is one of its own, on the device and on the server', async () => {
		const { participant } = await askedAgain();
		expect([participant.chosen(AGAIN), participant.unsent]).toEqual([undefined, 0]);
		chooseAgain(participant, 1);
		await settle();
		expect(server.asked.at(-1)?.body).toEqual({ round: 1, scene: 'thin-post', rung: 1, asking: 'again' });
		expect([server.answers, server.again]).toEqual([{ 'thin-post': 3 }, { 'thin-post': 1 }]);
		expect([participant.chosen('thin-post'), participant.chosen(AGAIN)]).toEqual([3, 1]);
		expect(participant.answers).toEqual({ 'thin-post': 3 });
		expect(participant.replies).toEqual({ 'thin-post': 3, 'free-audit': null });
	});

	test('waits for a network, over a reload', async () => {
		const { participant, close } = await askedAgain();
		server.offline = true;
		chooseAgain(participant, 4);
		await wait(4);
		close();
		expect(kept()).toMatchObject({ choices: { [AGAIN]: { rung: 4, sent: false } } });
		const later = openPage();
		expect(later.participant.chosen(AGAIN)).toBe(4);
		server.offline = false;
		later.tab.window.dispatchEvent(new Event('online'));
		await settle();
		expect([server.again, later.participant.unsent]).toEqual([{ 'thin-post': 4 }, 0]);
	});

	test('comes too late where it is not open any more, and leaves the first', async () => {
		const { participant } = await askedAgain();
		server.openAgain.clear();
		chooseAgain(participant, 0);
		await settle();
		expect(participant.notice).toBe('tooLate');
		expect([participant.chosen('thin-post'), participant.chosen(AGAIN)]).toEqual([3, undefined]);
	});

	test('is given back to a browser that lost it, and known to its other tab', async () => {
		const one = await askedAgain();
		const other = openPage();
		chooseAgain(one.participant, 2);
		await settle();
		one.tab.hear();
		expect(other.participant.chosen(AGAIN)).toBe(2);
		one.close();
		other.close();
		browser.kept.clear();
		const { participant } = openPage();
		await settle();
		expect([participant.answers, participant.chosen(AGAIN)]).toEqual([{ 'thin-post': 3 }, 2]);
	});

	test('can be sat out, which withdraws it alone', async () => {
		const { participant } = await askedAgain();
		chooseAgain(participant, 2);
		await settle();
		participant.sitOut(AGAIN);
		await settle();
		expect([participant.satOut(AGAIN), participant.satOut('thin-post')]).toEqual([true, false]);
		expect([server.answers, server.again]).toEqual([{ 'thin-post': 3 }, {}]);
		expect(participant.replies).toEqual({ 'thin-post': 3, 'free-audit': null });
	});
});
