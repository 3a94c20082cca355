import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../group';
import type { HostAction } from '../../protocol';
import type { Store } from '../db';
import { makeSecret } from '../security/secrets';
import { Workshops } from './workshops';
import {
	act as actIn,
	bothStores,
	openWorkshop,
	reasonOf,
	seat as seatIn,
	SETTINGS
} from './workshops.fixture';

const DAY = 24 * 60 * 60 * 1000;

describe.each(bothStores())('workshops on %s', (_, open) => {
	let store: Store;
	let clock: number;
	let workshops: Workshops;
	beforeEach(async () => {
		store = await open();
		clock = Date.UTC(2026, 10, 23, 14, 30);
		workshops = new Workshops({ store, now: () => clock });
	});
	afterEach(() => store.close());

	const opened = (changes?: Partial<Settings>) => openWorkshop(workshops, changes);
	const seated = (code: string, people: number) => seatIn(workshops, { code, key: '' }, people);
	const act = (code: string, key: string, ...actions: HostAction[]) =>
		actIn(workshops, { code, key }, ...actions);
	const shared = async (code: string) => (await workshops.snapshots(code)).shared;

	async function remove(code: string, key: string) {
		await workshops.delete(await workshops.hosted(code, key));
	}

	it('marks nobody in a workshop that is gone', async () => {
		const { code, key } = await opened();
		await remove(code, key);
		await expect(workshops.markPresence(code, new Set(['a']), ['b'])).resolves.toBeUndefined();
	});

	it('rehearses with made-up people and clears them without a trace', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		await act(code, key, 'rehearse', 'start');
		await workshops.answer(code, seat, 1, 'thin-post', 2);
		const rehearsing = await shared(code);
		expect(rehearsing).toMatchObject({ rehearsal: true, joined: 21 });
		expect(rehearsing.answered).toBeGreaterThan(5);
		await act(code, key, 'close', 'reveal', 'clearRehearsal');
		expect(await shared(code)).toMatchObject({ rehearsal: false, joined: 1, round: 2, stage: 'lobby' });
		expect(await store.db.selectFrom('answer').selectAll().execute()).toEqual([]);
	});

	it('deletes at the host’s word, and remembers only that it is gone', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		expect(await reasonOf(remove(code, makeSecret()))).toBe('notHost');
		await remove(code, key);
		expect(await reasonOf(workshops.snapshots(code))).toBe('gone');
		expect(await reasonOf(workshops.join(code, seat, 'en'))).toBe('gone');
		expect(await reasonOf(workshops.snapshots('222222'))).toBe('unknown');
		for (const table of ['workshop', 'participant', 'answer'] as const)
			expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
	});

	it('deletes by itself when the day that it shows is over', async () => {
		const { code, key } = await opened({ keepDays: 1 });
		await seated(code, 2);
		await act(code, key, 'start');
		const { keptUntil } = (await workshops.snapshots(code)).shared;
		expect(keptUntil).toBe('2026-11-24');
		clock = Date.parse('2026-11-25') - 1;
		expect(await workshops.deleteExpired()).toEqual([]);
		expect((await workshops.snapshots(code)).shared.keptUntil).toBe(keptUntil);
		clock += 1;
		expect(await reasonOf(workshops.snapshots(code))).toBe('gone');
		expect(await workshops.deleteExpired()).toEqual([code]);
		expect(await store.db.selectFrom('participant').selectAll().execute()).toEqual([]);
		expect(await reasonOf(workshops.snapshots(code))).toBe('gone');
		clock += 200 * DAY;
		await workshops.deleteExpired();
		expect(await reasonOf(workshops.snapshots(code))).toBe('unknown');
	});

	it('keeps no count of an address longer than its limit lasts', async () => {
		const limiter = store.limiter({ name: 'code', points: 300, seconds: 3600 });
		const began = Date.now();
		await limiter.consume('somebody');
		const counted = async () => (await store.db.selectFrom('rate_limit').select('key').execute()).length;
		const expected = store.locksRows ? 1 : 0;
		clock = began + 59 * 60 * 1000;
		await workshops.deleteExpired();
		expect(await counted()).toBe(expected);
		clock = Date.now() + 60 * 60 * 1000;
		await workshops.deleteExpired();
		expect(await counted()).toBe(0);
	});

	it('goes on where the clock is set back, and deletes when the time is up all the same', async () => {
		const { code, key } = await opened({ keepDays: 1 });
		const [seat = ''] = await seated(code, 1);
		clock -= 400 * DAY;
		await act(code, key, 'start');
		await workshops.answer(code, seat, 1, 'thin-post', 2);
		expect(await shared(code)).toMatchObject({ joined: 1, answered: 1 });
		expect(await workshops.deleteExpired()).toEqual([]);
		clock += 402 * DAY;
		expect(await workshops.deleteExpired()).toEqual([code]);
		// Set back once more, the code is still not given out again.
		clock -= 400 * DAY;
		await workshops.deleteExpired();
		expect(await reasonOf(workshops.snapshots(code))).toBe('gone');
	});

	it('keeps no secret, only what can be held against it', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		const everything = JSON.stringify([
			await store.db.selectFrom('workshop').selectAll().execute(),
			await store.db.selectFrom('participant').selectAll().execute()
		]);
		expect(everything).toContain(code);
		expect(everything).not.toContain(key);
		expect(everything).not.toContain(seat);
	});

	it('opens only for those who know the passphrase, where there is one', async () => {
		const guarded = new Workshops({ store, now: () => clock }, 'open sesame');
		expect(await guarded.create(SETTINGS)).toEqual({ ok: false, reason: 'passphrase' });
		expect(await guarded.create(SETTINGS, 'open sesam')).toEqual({ ok: false, reason: 'passphrase' });
		expect(await guarded.create(SETTINGS, 'open sesame')).toMatchObject({ ok: true });
	});
});
