import { describe, expect, test } from 'vitest';
import { browser, choose, openPage, seated, server, useFakeServer } from './participant.fixture';
import type { Participant } from './participant.svelte';
import { settle } from './server.fake';

useFakeServer();

describe('a second round', () => {
	async function inSecondRound() {
		const page = await seated();
		choose(page.participant, 'thin-post', 3);
		page.participant.sitOut('free-audit');
		await settle();
		server.startSecondRound();
		server.tell();
		return page;
	}

	/** Writes to the device. */
	async function answerOne(participant: Participant) {
		server.open.add('thin-post');
		server.tell();
		choose(participant, 'thin-post', 1);
		await settle();
	}

	test('empties the seat, keeps the first replies beside, and says nothing of starting over', async () => {
		const { participant } = await inSecondRound();
		expect([participant.answers, participant.notice]).toEqual([{}, null]);
		expect(participant.firstReplies).toEqual({ 'thin-post': 3, 'free-audit': null });
		await answerOne(participant);
		expect(server.sent.at(-1)).toEqual(['thin-post', 1]);
		expect(participant.firstReplies).toMatchObject({ 'thin-post': 3 });
	});

	test('still has the first replies after a reload without a network', async () => {
		const { close } = await inSecondRound();
		close();
		server.offline = true;
		expect(openPage().participant.firstReplies).toEqual({ 'thin-post': 3, 'free-audit': null });
	});

	test('gives the first answers back to a browser that lost them', async () => {
		const { close } = await inSecondRound();
		close();
		browser.kept.clear();
		const { participant } = openPage();
		await settle();
		expect(participant.firstReplies).toEqual({ 'thin-post': 3 });
	});

	test('that is taken back leaves the seat as it was, with what was sat out', async () => {
		const { participant, close } = await inSecondRound();
		await answerOne(participant);
		server.takeBack(server.first ?? {});
		server.first = null;
		server.tell();
		expect(participant.replies).toEqual({ 'thin-post': 3, 'free-audit': null });
		await settle();
		expect(participant.replies).toEqual({ 'thin-post': 3, 'free-audit': null });
		close();
		expect(openPage().participant.satOut('free-audit')).toBe(true);
	});

	test('that is taken back while the page was away leaves what was sat out', async () => {
		const { participant, close } = await inSecondRound();
		await answerOne(participant);
		close();
		server.takeBack(server.first ?? {});
		server.first = null;
		server.version++;
		const { participant: back } = openPage();
		await settle();
		expect(back.replies).toEqual({ 'thin-post': 3, 'free-audit': null });
	});

	test('comes back with what was sat out in both, where starting over is undone', async () => {
		const { participant } = await inSecondRound();
		participant.sitOut('dealer-host');
		await settle();
		const { first } = server;
		server.startOver();
		server.tell();
		expect([participant.replies, participant.firstReplies]).toEqual([{}, null]);
		await answerOne(participant);
		server.takeBack({});
		server.first = first;
		server.tell();
		await settle();
		expect(participant.replies).toEqual({ 'dealer-host': null });
		expect(participant.firstReplies).toEqual({ 'thin-post': 3, 'free-audit': null });
	});

	test('is forgotten where the workshop starts over, and the seat says so', async () => {
		const { participant } = await inSecondRound();
		server.startOver();
		server.tell();
		expect([participant.firstReplies, participant.notice]).toEqual([null, 'startedOver']);
	});
});
