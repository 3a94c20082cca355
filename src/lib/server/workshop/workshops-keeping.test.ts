import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../db/sqlite/open';
import { makeSecret } from '../security/secrets';
import { Workshops } from './workshops';
import { bothStores, eachWithWorkshops, openWorkshop, reasonOf, SETTINGS } from './workshops.fixture';

const DAY = 24 * 60 * 60 * 1000;

describe.each(bothStores())('workshops on %s', (_, open) => {
	const { at, opened, seated, act, shared } = eachWithWorkshops(open);

	async function remove(code: string, key: string) {
		await at.workshops.delete(await at.workshops.hosted(code, key));
	}

	it('marks nobody in a workshop that is gone', async () => {
		const { code, key } = await opened();
		await remove(code, key);
		await expect(at.workshops.markPresence(code, new Set(['a']), ['b'])).resolves.toBeUndefined();
	});

	it('rehearses with made-up people and clears them without a trace', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		await act(code, key, 'rehearse', 'start');
		await at.workshops.answer(code, seat, 1, 'thin-post', 2);
		const rehearsing = await shared(code);
		expect(rehearsing).toMatchObject({ rehearsal: true, joined: 21 });
		expect(rehearsing.answered).toBeGreaterThan(5);
		await act(code, key, 'close', 'reveal', 'clearRehearsal');
		expect(await shared(code)).toMatchObject({ rehearsal: false, joined: 1, round: 2, stage: 'lobby' });
		expect(await at.store.db.selectFrom('answer').selectAll().execute()).toEqual([]);
	});

	it('deletes at the host’s word, and remembers only that it is gone', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		expect(await reasonOf(remove(code, makeSecret()))).toBe('notHost');
		await remove(code, key);
		expect(await reasonOf(at.workshops.snapshots(code))).toBe('gone');
		expect(await reasonOf(at.workshops.join(code, seat, 'en'))).toBe('gone');
		expect(await reasonOf(at.workshops.snapshots('222222'))).toBe('unknown');
		for (const table of ['workshop', 'participant', 'answer'] as const)
			expect(await at.store.db.selectFrom(table).selectAll().execute()).toEqual([]);
	});

	it('deletes in the end what a process that ended in the middle of deleting left behind', async () => {
		const { code, key } = await opened();
		const other = await opened();
		await remove(code, key);
		const participant_id = 'somebody';
		await at.store.db
			.insertInto('answer')
			.values({ workshop_id: code, round: 1, scene: 'thin-post', participant_id, rung: 1 })
			.execute();
		for (const workshop_id of [code, other.code])
			await at.store.db
				.insertInto('participant')
				.values({ workshop_id, participant_id, language: 'en', made_up: 0 })
				.execute();
		await at.workshops.deleteExpired();
		expect(await at.store.db.selectFrom('answer').selectAll().execute()).toEqual([]);
		expect(await at.store.db.selectFrom('participant').select('workshop_id').execute()).toEqual([
			{ workshop_id: other.code }
		]);
	});

	it('deletes by itself when the day that it shows is over', async () => {
		const { code, key } = await opened({ keepDays: 1 });
		await seated(code, 2);
		await act(code, key, 'start');
		const { keptUntil } = (await at.workshops.snapshots(code)).shared;
		expect(keptUntil).toBe('2026-11-24');
		at.clock = Date.parse('2026-11-25') - 1;
		expect(await at.workshops.deleteExpired()).toEqual([]);
		expect((await at.workshops.snapshots(code)).shared.keptUntil).toBe(keptUntil);
		at.clock += 1;
		expect(await reasonOf(at.workshops.snapshots(code))).toBe('gone');
		expect(await at.workshops.deleteExpired()).toEqual([code]);
		expect(await at.store.db.selectFrom('participant').selectAll().execute()).toEqual([]);
		expect(await reasonOf(at.workshops.snapshots(code))).toBe('gone');
		at.clock += 200 * DAY;
		await at.workshops.deleteExpired();
		expect(await reasonOf(at.workshops.snapshots(code))).toBe('unknown');
	});

	it('keeps no count of an address longer than its limit lasts', async () => {
		const limiter = at.store.limiter({ name: 'code', points: 300, seconds: 3600 });
		const began = Date.now();
		await limiter.consume('somebody');
		const counted = async () => (await at.store.db.selectFrom('rate_limit').select('key').execute()).length;
		const expected = at.store.locksRows ? 1 : 0;
		at.clock = began + 59 * 60 * 1000;
		await at.workshops.deleteExpired();
		expect(await counted()).toBe(expected);
		at.clock = Date.now() + 60 * 60 * 1000;
		await at.workshops.deleteExpired();
		expect(await counted()).toBe(0);
	});

	it('goes on where the at.clock is set back, and deletes when the time is up all the same', async () => {
		const { code, key } = await opened({ keepDays: 1 });
		const [seat = ''] = await seated(code, 1);
		at.clock -= 400 * DAY;
		await act(code, key, 'start');
		await at.workshops.answer(code, seat, 1, 'thin-post', 2);
		expect(await shared(code)).toMatchObject({ joined: 1, answered: 1 });
		expect(await at.workshops.deleteExpired()).toEqual([]);
		at.clock += 402 * DAY;
		expect(await at.workshops.deleteExpired()).toEqual([code]);
		// Set back once more, the code is still not given out again.
		at.clock -= 400 * DAY;
		await at.workshops.deleteExpired();
		expect(await reasonOf(at.workshops.snapshots(code))).toBe('gone');
	});

	it('keeps no secret, only what can be held against it', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		const everything = JSON.stringify([
			await at.store.db.selectFrom('workshop').selectAll().execute(),
			await at.store.db.selectFrom('participant').selectAll().execute()
		]);
		expect(everything).toContain(code);
		expect(everything).not.toContain(key);
		expect(everything).not.toContain(seat);
	});

	it('opens only for those who know the passphrase, where there is one', async () => {
		const guarded = new Workshops({ store: at.store, now: () => at.clock }, 'open sesame');
		expect(await guarded.create(SETTINGS)).toEqual({ ok: false, reason: 'passphrase' });
		expect(await guarded.create(SETTINGS, 'open sesam')).toEqual({ ok: false, reason: 'passphrase' });
		expect(await guarded.create(SETTINGS, 'open sesame')).toMatchObject({ ok: true });
	});
});

it('lets others use the one connection of SQLite while the many answers of a workshop are deleted', async () => {
	const store = await openSqlite(':memory:');
	const workshops = new Workshops({ store, now: Date.now });
	const { code, key } = await openWorkshop(workshops);
	for (const scene of SETTINGS.scenes)
		await store.db
			.insertInto('answer')
			.values({ workshop_id: code, round: 1, scene, participant_id: 'somebody', rung: 1 })
			.execute();
	const countAnswers = async () => (await store.db.selectFrom('answer').select('scene').execute()).length;

	const watching = new Promise<number[]>((resolve) =>
		store.listen(() => {
			void (async () => {
				const counts = [await countAnswers()];
				while (counts.at(-1) !== 0) {
					await nextTurn();
					counts.push(await countAnswers());
				}
				resolve(counts);
			})();
		})
	);
	await workshops.delete(await workshops.hosted(code, key));
	const counts = await watching;
	expect(new Set(counts)).toEqual(new Set([3, 2, 1, 0]));
	await store.close();
});
