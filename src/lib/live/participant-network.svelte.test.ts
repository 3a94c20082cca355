import { describe, expect, test, vi } from 'vitest';
import { settle } from './server.fake';
import { browser, choose, openPage, seated, server, useFakeServer, wait } from './participant.fixture';

useFakeServer();

describe('without a network', () => {
	test('choices stay on the device over a reload, and are sent when it is back', async () => {
		const before = await seated();
		server.offline = true;
		choose(before.participant, 'thin-post', 2);
		choose(before.participant, 'free-audit', 4);
		await wait(10);
		expect(before.participant.unsent).toBe(2);
		before.close();

		const { participant, tab } = openPage();
		expect(participant.joined).toBe(true);
		expect(participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 4 });
		expect(participant.connection.snapshot?.version).toBe(2);
		await settle();
		server.offline = false;
		tab.window.dispatchEvent(new Event('online'));
		await settle();
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 4 });
		expect(participant).toMatchObject({ unsent: 0, notice: null });
	});

	test('sending is tried every two seconds, and stops when everything is there', async () => {
		const { participant } = await seated();
		server.offline = true;
		choose(participant, 'thin-post', 2);
		await wait(1);
		choose(participant, 'free-audit', 2);
		await wait(19);
		expect(server.sent.length).toBeGreaterThanOrEqual(9);
		expect(server.sent.length).toBeLessThanOrEqual(12);
		server.offline = false;
		await wait(3);
		const sent = server.sent.length;
		await wait(30);
		expect(server.sent).toHaveLength(sent);
	});

	test.each([
		['a server in trouble', () => Response.json({ reason: 'unavailable' }, { status: 503 })],
		[
			'the login page of a hotel',
			() => new Response('<h1>Your room?</h1>', { headers: { 'content-type': 'text/html' } })
		]
	])('%s stores nothing, and that is known', async (_, instead) => {
		const { participant } = await seated();
		server.instead = instead;
		choose(participant, 'thin-post', 2);
		await wait(5);
		expect(participant.unsent).toBe(1);
		server.instead = null;
		await wait(3);
		expect([participant.unsent, server.answers]).toEqual([0, { 'thin-post': 2 }]);
	});

	test('that is, one that swallows everything: a request is given up after ten seconds and repeated', async () => {
		const { participant } = await seated();
		server.held.push(new Promise(() => {}));
		choose(participant, 'thin-post', 2);
		await wait(9);
		expect(participant.unsent).toBe(1);
		await wait(4);
		expect([participant.unsent, server.answers]).toEqual([0, { 'thin-post': 2 }]);
	});

	test('nothing is sent after the page was left', async () => {
		const { participant, tab, close } = await seated();
		server.offline = true;
		choose(participant, 'thin-post', 2);
		await wait(1);
		close();
		const sent = server.sent.length;
		tab.window.dispatchEvent(new Event('online'));
		await wait(30);
		expect(server.sent).toHaveLength(sent);
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('a request that fails after the page was left is not repeated', () => {
	/** The next request is never answered, and no later one. */
	const swallowNext = () => void server.held.push(new Promise(() => {}));

	async function expectNoMore() {
		await settle();
		const { length } = server.asked;
		server.offline = true;
		await wait(60);
		expect(server.asked).toHaveLength(length);
		expect(vi.getTimerCount()).toBe(0);
	}

	test('where it carried an answer', async () => {
		const { participant, close } = await seated();
		swallowNext();
		choose(participant, 'thin-post', 2);
		close();
		await expectNoMore();
	});

	test('where it asked what the server has', async () => {
		(await seated()).close();
		swallowNext();
		openPage().close();
		await expectNoMore();
	});

	test('where it was to be asked again', async () => {
		(await seated()).close();
		server.offline = true;
		const { close } = openPage();
		await settle();
		close();
		await expectNoMore();
	});

	test('where it told of silence', async () => {
		const { close } = await seated();
		swallowNext();
		server.open.clear();
		server.tell();
		close();
		await expectNoMore();
	});
});

describe('a page that comes from a cache', () => {
	test('from before the seat was taken takes away neither the seat nor an answer that was not sent', async () => {
		const old = server.state;
		const first = await seated();
		choose(first.participant, 'free-audit', 1);
		await settle();
		server.offline = true;
		choose(first.participant, 'thin-post', 2);
		first.close();
		const { participant } = openPage(old);
		await wait(5);
		expect(participant).toMatchObject({ joined: true, notice: null, unsent: 1 });
		expect(participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		server.offline = false;
		await wait(5);
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
	});

	test('from before the last answer does not bring back the one before', async () => {
		const first = await seated();
		choose(first.participant, 'thin-post', 1);
		await settle();
		const old = server.state;
		choose(first.participant, 'thin-post', 4);
		await settle();
		server.offline = true;
		first.close();
		const { participant } = openPage(old);
		await wait(5);
		expect(participant.answers).toEqual({ 'thin-post': 4 });
	});

	test('from the round before does not bring it back', async () => {
		const first = await seated();
		choose(first.participant, 'thin-post', 1);
		await settle();
		const old = server.state;
		server.startOver();
		server.open.add('thin-post');
		server.tell();
		choose(first.participant, 'thin-post', 4);
		await settle();
		server.offline = true;
		first.close();
		const { participant } = openPage(old);
		expect(participant.connection.snapshot?.round).toBe(2);
		await wait(5);
		expect(participant.answers).toEqual({ 'thin-post': 4 });
		expect(participant.notice).toBeNull();
	});

	test('from before the workshop was forgotten brings no seat back', async () => {
		const { participant: before } = await seated();
		choose(before, 'thin-post', 4);
		await settle();
		const old = server.state;
		await before.forget();
		const { participant } = openPage(old);
		await settle();
		expect(participant).toMatchObject({ joined: false, answers: {}, notice: null });
		expect(JSON.stringify([...browser.kept])).not.toContain('thin-post');
	});
});
