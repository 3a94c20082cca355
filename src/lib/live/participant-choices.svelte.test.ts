import { describe, expect, test } from 'vitest';
import { settle } from './server.fake';
import { choose, kept, openPage, seated, server, useFakeServer, wait } from './participant.fixture';

useFakeServer();

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
