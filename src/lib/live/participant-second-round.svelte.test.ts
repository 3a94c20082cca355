import { describe, expect, test } from 'vitest';
import { browser, choose, openPage, seated, server, useFakeServer } from './participant.fixture';
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

	test('empties the seat, keeps the first replies beside, and says nothing of starting over', async () => {
		const { participant } = await inSecondRound();
		expect([participant.answers, participant.notice]).toEqual([{}, null]);
		expect(participant.firstReplies).toEqual({ 'thin-post': 3, 'free-audit': null });
		server.open.add('thin-post');
		server.tell();
		choose(participant, 'thin-post', 1);
		await settle();
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

	test('is forgotten where the workshop starts over, and the seat says so', async () => {
		const { participant } = await inSecondRound();
		server.startOver();
		server.tell();
		expect([participant.firstReplies, participant.notice]).toEqual([null, 'startedOver']);
	});
});
