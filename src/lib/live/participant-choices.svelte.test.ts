import { describe, expect, test, vi } from 'vitest';
import type { ScenarioId } from '../questions';
import { settle } from './server.fake';
import {
	SECOND,
	browser,
	choose,
	globals,
	kept,
	openPage,
	seated,
	server,
	useFakeServer,
	wait
} from './participant.fixture';

useFakeServer();

const silenceTold = () => server.asked.filter(({ path }) => path.endsWith('/silence')).length;

describe('a scene that closes without an answer', () => {
	const close = (...scenes: ScenarioId[]) => {
		for (const scene of scenes) server.open.delete(scene);
		server.tell();
		return settle();
	};

	/** The page lies open, and hears of others' answers. */
	const looking = async (seconds: number) => {
		for (let second = 0; second < seconds; second++) {
			server.tell();
			await wait(1);
		}
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
		await looking(61);
		expect(server.silence).toEqual(['thin-post']);
		expect(participant.satOut('thin-post')).toBe(false);
		await close('thin-post', 'free-audit');
		expect([server.silence, silenceTold()]).toEqual([['thin-post'], 1]);
		expect(participant.replies).toEqual({ 'thin-post': null, 'free-audit': 2 });
	});

	test('is told early after 30 to 60 seconds, in a hall not all at once', async () => {
		for (const [random, seconds] of [
			[0, 30],
			[0.999_999, 60]
		] as const) {
			vi.spyOn(Math, 'random').mockReturnValue(random);
			const { close } = await seated();
			await looking(seconds - 1);
			expect(server.silence).toEqual([]);
			await looking(2);
			expect(server.silence.splice(0)).toEqual(['thin-post', 'free-audit']);
			close();
			browser.kept.clear();
			server.seated = false;
		}
		vi.restoreAllMocks();
	});

	test('is told early once, and only where nothing was said of it', async () => {
		const { participant } = await seated();
		participant.sitOut('thin-post');
		await looking(61);
		expect(server.silence).toEqual(['free-audit']);
		await looking(61);
		expect(server.silence).toEqual(['free-audit']);
		server.open.add('dealer-host');
		await looking(61);
		expect(server.silence).toEqual(['free-audit', 'dealer-host']);
	});

	test('has to lie there for a while before it is told early', async () => {
		server.open.clear();
		await seated();
		await looking(29);
		server.open.add('thin-post');
		await looking(29);
		expect(server.silence).toEqual([]);
	});

	test('is told at the end where it could not be told early', async () => {
		const { participant } = await seated();
		choose(participant, 'free-audit', 2);
		await settle();
		server.instead = () => Response.json({ reason: 'unavailable' }, { status: 503 });
		await looking(61);
		server.instead = null;
		await close('thin-post');
		expect(server.silence).toEqual(['thin-post']);
	});

	test('is told of in a new round, though a word of the round before comes back late', async () => {
		vi.spyOn(Math, 'random').mockReturnValue(0);
		await seated();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		await looking(31);
		vi.restoreAllMocks();
		server.startOver();
		server.open.add('thin-post');
		server.tell();
		release();
		await settle();
		server.silence.length = 0;
		await close('thin-post');
		expect(server.silence).toEqual(['thin-post']);
	});

	test('is no silence of a new round where the word of it failed in the one before', async () => {
		await seated();
		let release = () => {};
		server.held.push(new Promise((resolve) => (release = resolve)));
		await close('thin-post');
		server.startOver();
		server.tell();
		server.offline = true;
		release();
		await settle();
		server.offline = false;
		await wait(5);
		expect(server.silence).toEqual([]);
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

	test('waits for an answer that the network holds up', async () => {
		const { participant } = await seated();
		server.offline = true;
		choose(participant, 'thin-post', 3);
		await close('thin-post');
		server.offline = false;
		await wait(3);
		expect(participant.notice).toBe('tooLate');
		expect(server.silence).toEqual(['thin-post']);
		expect(participant.satOut('thin-post')).toBe(true);
	});

	test.each([
		['no network', () => (server.offline = true)],
		[
			'a server in trouble',
			() => (server.instead = () => Response.json({ reason: 'unavailable' }, { status: 503 }))
		]
	])('meets %s, is told later, and takes an answer where it is opened again', async (_, happen) => {
		const { participant } = await seated();
		happen();
		await close('thin-post');
		expect(participant.satOut('thin-post')).toBe(false);
		server.offline = false;
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

describe('scenes that close without an answer', () => {
	test('are all open for an answer again where all are opened again', async () => {
		const { participant } = await seated();
		server.open.clear();
		server.tell();
		await settle();
		expect(participant.replies).toEqual({ 'thin-post': null, 'free-audit': null });
		server.open.add('thin-post').add('free-audit');
		server.tell();
		expect(participant.replies).toEqual({});
	});

	test('are told no more where that is refused for good', async () => {
		await seated();
		server.instead = () => Response.json({ reason: 'closed' }, { status: 409 });
		server.open.clear();
		server.tell();
		await settle();
		expect(silenceTold()).toBe(1);
		await wait(30);
		expect(silenceTold()).toBe(1);
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

	test('to sit out is no matter where nothing was chosen', async () => {
		const { participant } = await seated();
		server.open.clear();
		participant.sitOut('thin-post');
		await settle();
		expect(participant).toMatchObject({ notice: null, unsent: 0 });
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
