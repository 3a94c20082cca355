import { describe, expect, test } from 'vitest';
import { settle } from './server.fake';
import { choose, seated, server, useFakeServer, wait } from './participant.fixture';

useFakeServer();

describe('a new round', () => {
	test('empties the seat, says so to those who had answered, and takes answers anew', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 4);
		await settle();
		server.startOver();
		server.tell();
		expect(participant).toMatchObject({ joined: true, answers: {}, notice: 'startedOver' });
		server.open.add('thin-post');
		choose(participant, 'thin-post', 1);
		await settle();
		expect(server.asked.at(-1)?.body).toEqual({ round: 2, scene: 'thin-post', rung: 1 });
		expect(server.answers).toEqual({ 'thin-post': 1 });
	});

	test('taken back, gives everybody their answers again, and asks for those that are no longer here', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 4);
		await settle();
		server.startOver();
		server.tell();
		server.takeBack({ 'thin-post': 4 });
		server.tell();
		expect(participant).toMatchObject({ answers: { 'thin-post': 4 }, notice: null });

		server.startOver();
		server.tell();
		server.open.add('thin-post');
		choose(participant, 'thin-post', 1);
		await settle();
		server.takeBack({ 'thin-post': 4 });
		server.offline = true;
		server.tell();
		await wait(5);
		expect(participant.answers).toEqual({});
		server.offline = false;
		await wait(5);
		expect(participant.answers).toEqual({ 'thin-post': 4 });
	});

	test('keeps an answer apart from the same one of the round before, which comes too late', async () => {
		const { participant } = await seated();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		choose(participant, 'thin-post', 4);
		server.startOver();
		server.open.add('thin-post');
		server.tell();
		choose(participant, 'thin-post', 4);
		release();
		await settle();
		expect(participant).toMatchObject({ answers: { 'thin-post': 4 }, notice: null, unsent: 0 });
		expect(server.answers).toEqual({ 'thin-post': 4 });
	});

	test('is no news to those who had not', async () => {
		const { participant } = await seated();
		server.startOver();
		server.tell();
		expect(participant.notice).toBeNull();
	});

	test('never gets an answer of the round before, though it was not sent yet', async () => {
		const { participant } = await seated();
		server.offline = true;
		choose(participant, 'thin-post', 4);
		await wait(1);
		server.startOver();
		server.open.add('thin-post');
		server.offline = false;
		server.tell();
		await wait(10);
		expect(server.answers).toEqual({});
		expect(participant).toMatchObject({ unsent: 0, answers: {} });
	});
});
