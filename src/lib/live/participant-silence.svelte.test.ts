import { describe, expect, test, vi } from 'vitest';
import type { ScenarioId } from '../questions';
import { settle } from './server.fake';
import {
	SECOND,
	browser,
	choose,
	globals,
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
