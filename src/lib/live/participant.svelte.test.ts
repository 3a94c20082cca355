import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Device } from '../device';
import { FakeBrowser } from '../device/browser.fake';
import type { Rung, ScenarioId } from '../questions';
import { Participant } from './participant.svelte';
import { seatSlot } from './saved';
import { FakeEventSource, FakeServer, fakeBrowserGlobals, settle } from './server.fake';

const CODE = '2C4D6F';
const SECOND = 1_000;

let server: FakeServer;
let browser: FakeBrowser;
let globals: ReturnType<typeof fakeBrowserGlobals>;

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

const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

/** Opens the page in a tab, as it comes from the server; null where it does not. */
function openPage(state = server.offline ? null : server.state) {
	const tab = browser.openTab();
	vi.stubGlobal('window', tab.window);
	const participant = new Participant(CODE, tab.device, state);
	const close = participant.open();
	return { participant, tab, close };
}

async function seated() {
	const page = openPage();
	await page.participant.join('en');
	server.tell();
	return page;
}

const choose = (participant: Participant, scene: ScenarioId, rung: Rung) =>
	participant.choose(scene, rung, rung, 1234.5);
const kept = () => JSON.parse(browser.kept.get(seatSlot(CODE).key) ?? 'null') as Record<string, unknown>;

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

	test('was done before: the page learns it, with every answer', async () => {
		server.seated = true;
		server.answers = { 'thin-post': 3 };
		const { participant } = openPage();
		await settle();
		expect(participant.joined).toBe(true);
		expect(participant.chosen('thin-post')).toBe(3);
		expect(participant.unsent).toBe(0);
	});
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

describe('a scene that closes without an answer', () => {
	const close = (...scenes: ScenarioId[]) => {
		for (const scene of scenes) server.open.delete(scene);
		server.tell();
		return settle();
	};

	test('counts as sat out, once, where it was seen open', async () => {
		const { participant } = await seated();
		choose(participant, 'free-audit', 2);
		await settle();
		await close('thin-post', 'free-audit');
		expect(server.silence).toEqual(['thin-post']);
		expect(participant.replies).toEqual({ 'thin-post': null, 'free-audit': 2 });
		await close('thin-post');
		expect(server.silence).toEqual(['thin-post']);
	});

	test('is told while it is open as well, since its picture may come at once', async () => {
		const { participant } = await seated();
		choose(participant, 'free-audit', 2);
		for (const seconds of [15, 15, 15, 16]) {
			await wait(seconds);
			for (const source of FakeEventSource.open) source.beat();
		}
		expect(server.silence).toEqual(['thin-post']);
		expect(participant.satOut('thin-post')).toBe(false);
		await close('thin-post', 'free-audit');
		expect(server.silence).toEqual(['thin-post']);
		expect(participant.replies).toEqual({ 'thin-post': null, 'free-audit': 2 });
	});

	test('says nothing of who had no seat, or did not look', async () => {
		const { participant } = openPage();
		server.tell();
		await close('thin-post');
		globals.show('hidden');
		await participant.join('en');
		server.tell();
		await close('free-audit');
		expect(server.silence).toEqual([]);
		expect(participant.replies).toEqual({});
	});

	test('waits for an answer that is on its way', async () => {
		const { participant } = await seated();
		server.held.push(new Promise((arrive) => setTimeout(arrive, SECOND)));
		choose(participant, 'thin-post', 3);
		await close('thin-post');
		expect(server.silence).toEqual([]);
		await wait(2);
		expect(participant.notice).toBe('tooLate');
		expect(server.silence).toEqual(['thin-post']);
	});

	test('is tried again, and is open for an answer where it is opened again', async () => {
		const { participant } = await seated();
		server.instead = () => Response.json({ reason: 'unavailable' }, { status: 503 });
		await close('thin-post');
		expect(participant.satOut('thin-post')).toBe(false);
		server.instead = null;
		await wait(3);
		expect(participant.satOut('thin-post')).toBe(true);
		server.open.add('thin-post');
		server.tell();
		expect(participant.satOut('thin-post')).toBe(false);
		choose(participant, 'thin-post', 1);
		await settle();
		expect(server.answers).toEqual({ 'thin-post': 1 });
	});
});

describe('a choice', () => {
	test('is saved at once, and sent', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 2);
		expect(participant.chosen('thin-post')).toBe(2);
		expect(kept()).toMatchObject({
			choices: { 'thin-post': { rung: 2, position: 2, milliseconds: 1235, sent: false } }
		});
		expect(participant.unsent).toBe(1);
		await settle();
		expect(participant.unsent).toBe(0);
		expect(server.answers).toEqual({ 'thin-post': 2 });
	});

	test('keeps the time of the first one', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 2);
		participant.choose('thin-post', 4, 0, 90_000);
		expect(participant.choices['thin-post']).toMatchObject({ rung: 4, position: 0, milliseconds: 1235 });
	});

	test('that is changed while it travels is sent again: the last one counts', async () => {
		const { participant } = await seated();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		choose(participant, 'thin-post', 0);
		await settle();
		choose(participant, 'thin-post', 3);
		choose(participant, 'thin-post', 4);
		release();
		await settle();
		expect(server.sent).toEqual([
			['thin-post', 0],
			['thin-post', 4]
		]);
		expect(server.answers).toEqual({ 'thin-post': 4 });
		expect(participant.unsent).toBe(0);
	});

	test('can be taken back, and made again', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 2);
		await settle();
		participant.sitOut('thin-post');
		expect([participant.chosen('thin-post'), participant.satOut('thin-post')]).toEqual([undefined, true]);
		expect(participant.unsent).toBe(1);
		await settle();
		expect([server.answers, participant.unsent]).toEqual([{}, 0]);
		choose(participant, 'thin-post', 1);
		await settle();
		expect(participant.satOut('thin-post')).toBe(false);
		expect(server.answers).toEqual({ 'thin-post': 1 });
	});

	test('not to choose is told to the server alone, so that it is not taken for having left', async () => {
		const { participant } = await seated();
		participant.sitOut('thin-post');
		await settle();
		expect(participant.satOut('thin-post')).toBe(true);
		expect(participant.replies).toEqual({ 'thin-post': null });
		expect(server.sent).toEqual([['thin-post', null]]);
	});
});

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
		await wait(20);
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
		const { participant, close } = await seated();
		server.offline = true;
		choose(participant, 'thin-post', 2);
		await wait(1);
		close();
		const sent = server.sent.length;
		await wait(30);
		expect(server.sent).toHaveLength(sent);
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('a choice that comes too late', () => {
	test('is given up and said, and what the server has counts', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 1);
		await settle();
		server.offline = true;
		choose(participant, 'thin-post', 4);
		choose(participant, 'free-audit', 3);
		await wait(1);
		server.open.delete('thin-post');
		server.offline = false;
		await wait(3);
		expect(participant.notice).toBe('tooLate');
		expect(participant.answers).toEqual({ 'thin-post': 1, 'free-audit': 3 });
		expect(participant.unsent).toBe(0);
		expect(server.answers).toEqual({ 'thin-post': 1, 'free-audit': 3 });
	});

	test('to take back is given up as well', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 1);
		await settle();
		server.open.clear();
		participant.sitOut('thin-post');
		await wait(3);
		expect(participant).toMatchObject({ notice: 'tooLate', unsent: 0 });
		expect(participant.chosen('thin-post')).toBe(1);
	});

	test('is said until the next choice', async () => {
		const { participant } = await seated();
		server.open.delete('thin-post');
		choose(participant, 'thin-post', 4);
		await settle();
		expect(participant.notice).toBe('tooLate');
		choose(participant, 'free-audit', 4);
		expect(participant.notice).toBeNull();
	});
});

describe('a seat that the server does not know any more', () => {
	test('is left, said, and can be taken anew', async () => {
		const { participant } = await seated();
		server.seated = false;
		choose(participant, 'thin-post', 4);
		await settle();
		expect(participant).toMatchObject({ joined: false, notice: 'seatLost', unsent: 0, answers: {} });
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

describe('two tabs of one browser', () => {
	test('are one seat: both know what either did', async () => {
		const a = await seated();
		const b = openPage();
		expect(b.participant.joined).toBe(true);
		choose(a.participant, 'thin-post', 2);
		await settle();
		b.tab.hear();
		expect(b.participant.chosen('thin-post')).toBe(2);
		choose(b.participant, 'free-audit', 1);
		await settle();
		a.tab.hear();
		expect(a.participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
	});

	test('lose nothing where a snapshot comes before the other tab is heard', async () => {
		const a = await seated();
		const b = openPage();
		server.offline = true;
		choose(a.participant, 'thin-post', 2);
		server.tell();
		choose(b.participant, 'free-audit', 1);
		a.tab.hear();
		b.tab.hear();
		expect(a.participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		expect(b.participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		server.offline = false;
		await wait(5);
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		a.tab.hear();
		b.tab.hear();
		expect([a.participant.unsent, b.participant.unsent]).toEqual([0, 0]);
	});

	test('write nothing because of a snapshot: what they know of each other may be a moment old', async () => {
		const a = await seated();
		openPage();
		choose(a.participant, 'thin-post', 2);
		await settle();
		const before = browser.kept.get(seatSlot(CODE).key);
		server.tell();
		server.startOver();
		server.tell();
		expect(browser.kept.get(seatSlot(CODE).key)).toBe(before);
		expect(a.participant.answers).toEqual({});
	});

	test('both leave where everything was deleted in one', async () => {
		const a = await seated();
		const b = openPage();
		b.tab.device.removeAll('no-strings:');
		a.tab.hear();
		expect(a.participant.joined).toBe(false);
		server.tell();
		expect(kept()).toBeNull();
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
		expect(participant).toMatchObject({ joined: false, answers: {} });
		expect(JSON.stringify([...browser.kept])).not.toContain('thin-post');
	});
});

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

describe('what is sent', () => {
	test('is each scene once, and nothing that the server has', async () => {
		const { participant } = await seated();
		choose(participant, 'thin-post', 2);
		choose(participant, 'free-audit', 3);
		await settle();
		choose(participant, 'free-audit', 1);
		await settle();
		expect(server.sent).toEqual([
			['thin-post', 2],
			['free-audit', 3],
			['free-audit', 1]
		]);
	});

	test('is every withdrawal, also over a time without network and a reload', async () => {
		const first = await seated();
		choose(first.participant, 'thin-post', 2);
		await settle();
		server.offline = true;
		first.participant.sitOut('thin-post');
		first.participant.sitOut('free-audit');
		expect(first.participant.unsent).toBe(2);
		await wait(1);
		first.close();
		const { participant } = openPage();
		expect(participant.unsent).toBe(2);
		server.offline = false;
		await wait(5);
		expect(server.answers).toEqual({});
		expect(server.sent.slice(-2).sort()).toEqual([
			['free-audit', null],
			['thin-post', null]
		]);
		expect(participant.unsent).toBe(0);
		const { length } = server.sent;
		await wait(60);
		expect(server.sent).toHaveLength(length);
	});

	test.each(['tooMany', 'unavailable'] as const)(
		'is sent again where it is refused as %s',
		async (reason) => {
			const { participant } = await seated();
			const status = reason === 'tooMany' ? 429 : 503;
			server.instead = () => Response.json({ reason }, { status });
			choose(participant, 'thin-post', 2);
			await wait(5);
			expect(server.sent.length).toBeGreaterThanOrEqual(2);
			expect(participant).toMatchObject({ unsent: 1, notice: null });
			server.instead = null;
			await wait(3);
			expect([participant.unsent, server.answers]).toEqual([0, { 'thin-post': 2 }]);
		}
	);
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
		openPage();
		await beating(60);
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

	test('is not done by somebody who has no seat', async () => {
		openPage();
		await wait(5);
		expect(asked()).toBe(0);
	});
});

describe('storage', () => {
	test('that is forbidden leaves everything to the server, and is said', async () => {
		const refuse = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
		const participant = new Participant(CODE, new Device(refuse), server.state);
		participant.open();
		await participant.join('en');
		expect(participant).toMatchObject({ joined: true, notice: 'notSaved' });
		choose(participant, 'thin-post', 2);
		choose(participant, 'free-audit', 3);
		await settle();
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 3 });
		expect(participant).toMatchObject({ unsent: 0, answers: server.answers });
	});

	test('that is full loses no choice while the page is open, and is mended by room', async () => {
		const { participant } = await seated();
		browser.capacity = [...browser.kept].join('').length;
		choose(participant, 'thin-post', 2);
		choose(participant, 'free-audit', 3);
		expect(participant.notice).toBe('notSaved');
		await settle();
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 3 });
		expect(participant.answers).toEqual(server.answers);
		browser.capacity = Number.POSITIVE_INFINITY;
		server.tell();
		expect(participant.notice).toBeNull();
		expect(kept()).toMatchObject({ choices: { 'thin-post': { rung: 2 }, 'free-audit': { rung: 3 } } });
	});

	test.each(['junk', '{"schemaVersion":9}', 'null', '{"schemaVersion":1,"joined":true}'])(
		'that holds %s is put aside, and the server asked',
		async (text) => {
			browser.kept.set(seatSlot(CODE).key, text);
			server.seated = true;
			server.answers = { 'thin-post': 3 };
			const { participant } = openPage();
			await settle();
			expect(participant.answers).toEqual({ 'thin-post': 3 });
			expect(browser.kept.get(`${seatSlot(CODE).key}:set-aside`)).toBe(text);
			choose(participant, 'free-audit', 1);
			await settle();
			expect(server.answers).toEqual({ 'thin-post': 3, 'free-audit': 1 });
		}
	);
});

test('many lines to the server are never one participant’s', async () => {
	const { close } = await seated();
	expect(FakeEventSource.open).toHaveLength(1);
	close();
	expect(FakeEventSource.open).toHaveLength(0);
});
