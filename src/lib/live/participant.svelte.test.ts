import { describe, expect, test, vi } from 'vitest';
import { Participant } from './participant.svelte';
import { seatSlot } from './saved';
import { FakeEventSource, settle } from './server.fake';
import {
	CODE,
	browser,
	choose,
	kept,
	openPage,
	seated,
	server,
	useFakeServer,
	wait
} from './participant.fixture';

useFakeServer();

describe('sitting down', () => {
	test('makes up a token, and forgets it as soon as a cookie holds it', async () => {
		const { participant } = openPage();
		const joining = participant.join('es');
		expect([participant.joining, participant.joined]).toEqual([true, false]);
		expect(kept()['token']).toMatch(/^[\w-]{24}$/);
		await joining;
		expect([participant.joining, participant.joined]).toEqual([false, true]);
		expect(server.seats).toEqual([expect.stringMatching(/^[\w-]{24}$/)]);
		expect(kept()).toMatchObject({ token: null, joined: true, round: 1 });
	});

	test('twice at once is once', async () => {
		const { participant } = openPage();
		await Promise.all([participant.join('en'), participant.join('en')]);
		await participant.join('en');
		expect(server.seats).toHaveLength(1);
	});

	test('where the answer got lost takes the same seat with the next attempt, even after a reload', async () => {
		const first = openPage();
		server.instead = () => {
			throw new TypeError('Failed to fetch');
		};
		await first.participant.join('en');
		expect(first.participant).toMatchObject({ joined: false, joining: false, notice: 'notJoined' });
		server.instead = null;
		first.close();
		const { participant } = openPage();
		await participant.join('en');
		const [lost, taken] = server.asked.filter(({ path }) => path.endsWith('/seat'));
		expect(taken?.body?.seat).toBe(lost?.body?.seat);
		expect(participant).toMatchObject({ joined: true, notice: null });
	});

	test.each([
		['a server in trouble', () => Response.json({ reason: 'unavailable' }, { status: 503 })],
		['a limit', () => Response.json({ reason: 'tooMany' }, { status: 429 })],
		[
			'the login page of a hotel',
			() => new Response('<h1>Your room?</h1>', { headers: { 'content-type': 'text/html' } })
		]
	])('meets %s, and can be tried again', async (_, instead) => {
		const { participant } = openPage();
		server.instead = instead;
		await participant.join('en');
		expect(participant).toMatchObject({ joined: false, joining: false, notice: 'notJoined' });
		server.instead = null;
		await participant.join('en');
		expect(participant).toMatchObject({ joined: true, notice: null });
	});

	test('holds where the network goes right after it', async () => {
		const { participant } = openPage();
		server.instead = () => {
			server.instead = null;
			server.seated = server.offline = true;
			return Response.json(server.state);
		};
		await participant.join('en');
		expect(participant).toMatchObject({ joined: true, notice: null });
	});

	test('was done before: the page learns it, with every answer', async () => {
		server.seated = true;
		server.answers = { 'thin-post': 3 };
		const { participant } = openPage();
		server.version = 8;
		await settle();
		expect(participant.connection.snapshot?.version).toBe(8);
		expect(participant.joined).toBe(true);
		expect(participant.chosen('thin-post')).toBe(3);
		expect(participant.unsent).toBe(0);
	});
});

test('a page shows what it brought or what the device kept, whichever is newer', () => {
	server.version = 5;
	const old = server.state;
	const first = openPage();
	expect(first.participant.connection.snapshot?.version).toBe(5);
	server.tell();
	first.close();
	expect(openPage(old).participant.connection.snapshot?.version).toBe(6);
	server.version = 7;
	expect(openPage().participant.connection.snapshot?.version).toBe(7);
});

test('the pass of a join link goes with each request, until the workshop names one', async () => {
	const participant = new Participant(CODE, browser.openTab().device, null, '8f3k2m9q');
	participant.open();
	await participant.join('en');
	const asked = ['seat', 'state'].map((name) => `/w/2C4D6F/${name}?pass=8f3k2m9q`);
	expect(server.asked.map(({ path }) => path)).toEqual(asked);
	expect(FakeEventSource.open.map(({ address }) => address)).toEqual(['/w/2C4D6F/events?pass=8f3k2m9q']);
	FakeEventSource.open.at(-1)?.say({ ...server.snapshot, version: 9, pass: 'another' });
	expect(participant.connection.pass).toBe('another');
});

describe('a browser that refuses cookies', () => {
	test('is told so right after joining, and takes no second seat with the next attempt', async () => {
		server.refusesCookies = true;
		const { participant } = openPage();
		await participant.join('en');
		expect(participant).toMatchObject({ joined: false, joining: false, notice: 'noCookies' });
		await participant.join('en');
		expect(new Set(server.seats).size).toBe(1);
		server.refusesCookies = false;
		await participant.join('en');
		expect(participant).toMatchObject({ joined: true, notice: null });
		expect(new Set(server.seats).size).toBe(1);
		expect(kept()).toMatchObject({ token: null });
	});

	test('and says so itself is asked for no seat at all', async () => {
		vi.stubGlobal('navigator', { cookieEnabled: false });
		const { participant } = openPage();
		await participant.join('en');
		expect(participant).toMatchObject({ joined: false, joining: false, notice: 'noCookies' });
		expect(server.seats).toEqual([]);
	});
});

describe('a seat that the server does not know any more', () => {
	test('is left, said, and can be taken anew', async () => {
		const { participant } = await seated();
		server.seated = false;
		choose(participant, 'thin-post', 4);
		await settle();
		expect(participant).toMatchObject({ joined: false, notice: 'seatLost', unsent: 0, answers: {} });
		expect(server.asked.at(-1)?.path).toBe('/w/2C4D6F/answers');
		await participant.join('en');
		expect(participant).toMatchObject({ joined: true, notice: null });
		expect(new Set(server.seats).size).toBe(2);
	});

	test('is noticed when the page opens', async () => {
		const { close } = await seated();
		close();
		server.seated = false;
		const { participant } = openPage();
		await settle();
		expect(participant).toMatchObject({ joined: false, notice: 'seatLost' });
	});
});

describe('forgetting the workshop on this device', () => {
	test('takes seat, answers and cookie, and nothing comes back', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 4);
		await settle();
		browser.kept.set(`${seatSlot(CODE).key}:set-aside`, 'old');
		browser.kept.set('no-strings:results', 'stays');
		await participant.forget();
		expect(participant).toMatchObject({ left: 'forgotten', joined: false, answers: {} });
		expect([...browser.kept.keys()]).toEqual(['no-strings:results']);
		expect(server.seated).toBe(false);
		server.tell();
		await wait(60);
		expect([...browser.kept.keys()]).toEqual(['no-strings:results']);
		expect(FakeEventSource.open).toEqual([]);
	});

	test('lets an answer that is on its way write nothing afterwards', async () => {
		const { participant } = await seated();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		choose(participant, 'thin-post', 4);
		await participant.forget();
		release();
		await wait(60);
		expect([...browser.kept.keys()]).toEqual([]);
		expect(participant).toMatchObject({ left: 'forgotten', notice: null });
	});

	test('without a network forgets nothing, and says so', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 4);
		await settle();
		server.offline = true;
		await participant.forget();
		expect(participant).toMatchObject({
			left: null,
			notice: 'notForgotten',
			joined: true,
			answers: { 'thin-post': 4 }
		});
	});
});

describe('a workshop that was deleted', () => {
	const gone = () => Response.json({ reason: 'gone' }, { status: 410 });

	test('is deleted on the device, the cookie included, when the stream says so', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 4);
		await settle();
		server.instead = gone;
		FakeEventSource.open.at(-1)?.refuse();
		await settle();
		expect(participant).toMatchObject({ left: 'gone', joined: false, answers: {} });
		expect([...browser.kept.keys()]).toEqual([]);
		expect(server.asked.at(-1)?.path).toBe('/w/2C4D6F/seat');
		await wait(60);
		expect(FakeEventSource.open).toEqual([]);
	});

	test('is deleted on the device when an answer is refused for it', async () => {
		const { participant } = await seated();
		server.instead = gone;
		choose(participant, 'thin-post', 4);
		await settle();
		expect(participant).toMatchObject({ left: 'gone', unsent: 0 });
		expect([...browser.kept.keys()]).toEqual([]);
	});
});

test('of answers that come back with the seat, place and time are not known', async () => {
	server.seated = true;
	server.answers = { 'thin-post': 3 };
	const { participant } = openPage();
	await settle();
	expect(participant.choices['thin-post']).toEqual({ rung: 3, sent: true });
	choose(participant, 'free-audit', 1);
	await settle();
	expect(participant.choices['free-audit']).toMatchObject({ rung: 1, position: 1, milliseconds: 1235 });
});

test('many lines to the server are never one participant’s', async () => {
	const { close } = await seated();
	expect(FakeEventSource.open).toHaveLength(1);
	close();
	expect(FakeEventSource.open).toHaveLength(0);
});
