import { describe, expect, test } from 'vitest';
import { FakeEventSource, settle } from './server.fake';
import { choose, openPage, seated, server, useFakeServer, wait } from './participant.fixture';

useFakeServer();

test('an answer that is stored while the server is asked is not taken for one that it does not have', async () => {
	const { participant } = await seated();
	choose(participant, 'free-audit', 1);
	await settle();
	server.startOver();
	server.tell();
	server.takeBack({ 'free-audit': 1 });
	const before = server.state;
	let release = () => {};
	server.held.push(
		new Promise((resolve) => {
			release = () => {
				server.instead = () => {
					server.instead = null;
					return Response.json(before);
				};
				resolve();
			};
		})
	);
	server.open.add('thin-post');
	server.tell();
	choose(participant, 'thin-post', 3);
	await settle();
	release();
	await wait(3);
	expect(participant.answers).toEqual({ 'thin-post': 3, 'free-audit': 1 });
	expect(participant.unsent).toBe(0);
});

describe('asking what the server has', () => {
	const asked = () => server.asked.filter(({ path }) => path === '/w/2C4D6F/state').length;

	/** Time passes, and the stream beats. */
	async function beating(seconds: number) {
		for (let n = 0; n < seconds; n++) {
			for (const source of FakeEventSource.open) source.beat();
			await wait(1);
		}
	}

	test('ends with the answer', async () => {
		await seated();
		const before = asked();
		const { participant } = openPage();
		choose(participant, 'thin-post', 1);
		await beating(60);
		server.tell();
		await settle();
		expect(asked()).toBe(before + 1);
	});

	test('goes on every two seconds while nobody answers, and ends where it is refused', async () => {
		const { close } = await seated();
		close();
		const before = asked();
		server.instead = () => Response.json({ reason: 'tooMany' }, { status: 429 });
		openPage();
		await beating(11);
		expect(asked() - before).toBeGreaterThanOrEqual(5);
		expect(asked() - before).toBeLessThanOrEqual(7);
		server.instead = () => Response.json({ reason: 'invalid' }, { status: 400 });
		await beating(3);
		const { length } = server.asked;
		await beating(60);
		expect(server.asked).toHaveLength(length);
	});

	test('is done once at a time, however often there is a reason', async () => {
		await seated();
		server.offline = true;
		for (let n = 0; n < 5; n++) {
			server.startOver();
			server.tell();
			server.takeBack({});
			server.tell();
			await settle();
		}
		const before = asked();
		await beating(10);
		expect(asked() - before).toBeLessThanOrEqual(6);
	});

	test('drops an answer that was stored and that the server has no longer', async () => {
		const { participant, close } = await seated();
		choose(participant, 'thin-post', 4);
		await settle();
		close();
		server.answers = {};
		const again = openPage();
		await settle();
		expect(again.participant.answers).toEqual({});
		expect(server.answers).toEqual({});
	});

	test('is not done by somebody who has no seat', async () => {
		openPage();
		server.startOver();
		server.tell();
		server.takeBack({});
		server.tell();
		await wait(5);
		expect(asked()).toBe(0);
	});
});
