import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCurrent, type Store } from '../db';
import { Workshops } from './workshops';
import { act, bothStores, openWorkshop, reasonOf } from './workshops.fixture';

const VERSION_1 = readFileSync(new URL('../db/version-1.fixture.sql', import.meta.url), 'utf8');

/** At its second scene: five people answered the first, which was shown, and two of them this one. */
const RUNNING = { code: '6VF2CC', key: '0DgPkA74i1VHZJQYeu0md6Ze' };
const ENDED = { code: 'KP878X', key: 'u7XU7p2jXxF9RelmBffAw1av' };
const LOBBY = { code: '5K6J6V', key: 'ds0k4hCdiuPUH2DuVOYYcg03' };
const DELETED = 'DT58K4';

const SEATS = [
	'tRUXXyzzBsdz5VJAoB01wNhE',
	'AnIRqbGY9Y0CUMET_Ic0zB03',
	'tr-dzEOZPGomjiaoF7hoS1U5',
	'uoELszwbOK69zHtajdTiItgC',
	'3TW70wa6Td4tjZK_pWxIlZ-3'
] as const;

/** `silent-launch` is a scene that version 2 of the key asks no more. */
const SCENES = ['thin-post', 'silent-launch', 'dealer-host'] as const;

describe.each(bothStores(VERSION_1))('a database of the first version on %s', (_, open) => {
	let store: Store;
	let workshops: Workshops;
	beforeEach(async () => {
		store = await open();
		workshops = new Workshops({ store, now: () => Date.UTC(2026, 10, 23) });
	});
	afterEach(() => store.close());

	const shared = async (code: string) => (await workshops.snapshots(code)).shared;
	const everybodyAnswers = (code: string, scene: (typeof SCENES)[number]) =>
		Promise.all(SEATS.map((seat, i) => workshops.answer(code, seat, 1, scene, i as 0 | 1 | 2 | 3 | 4)));

	it('has a workshop that goes on where it was, with its seats, its key and its version', async () => {
		expect(await shared(RUNNING.code)).toMatchObject({
			stage: 'scene',
			at: 1,
			statuses: ['revealed', 'open', 'waiting'],
			sealed: [true, false, false],
			keyVersion: 1,
			scenes: SCENES,
			joined: 5,
			answered: 2
		});
		expect(await workshops.answersOf(RUNNING.code, SEATS[0])).toEqual({
			round: 1,
			answers: { 'thin-post': 0, 'silent-launch': 0 }
		});
		await everybodyAnswers(RUNNING.code, 'silent-launch');
		await act(workshops, RUNNING, 'close', 'reveal', 'next');
		await everybodyAnswers(RUNNING.code, 'dealer-host');
		await act(workshops, RUNNING, 'close', 'reveal', 'end');
		const { stage, groupPicture } = await shared(RUNNING.code);
		expect([stage, groupPicture?.counted.length]).toEqual(['end', 3]);
		const report = await workshops.report(await workshops.hosted(RUNNING.code, RUNNING.key));
		expect(report).toMatchObject({ key: { form: 'A', version: 1 }, rows: 'ready' });
		expect(report.scenes.map(({ scene, number }) => [scene, number])).toEqual([
			['thin-post', 1],
			['silent-launch', 8],
			['dealer-host', 6]
		]);
	});

	it('has one that has ended, and can go back and end again', async () => {
		const { stage, groupPicture } = await shared(ENDED.code);
		expect([stage, groupPicture?.overall.kind]).toEqual(['end', 'spread']);
		await act(workshops, ENDED, 'undo');
		expect((await shared(ENDED.code)).stage).toBe('scene');
		await act(workshops, ENDED, 'end', 'previous', 'end');
		expect((await shared(ENDED.code)).groupPicture).toEqual(groupPicture);
	});

	it('has one that has not begun, and one that is gone', async () => {
		await act(workshops, LOBBY, 'start');
		expect(await shared(LOBBY.code)).toMatchObject({ stage: 'scene', keyVersion: 1 });
		expect(await reasonOf(workshops.snapshots(DELETED))).toBe('gone');
	});

	it('takes new workshops, which are of version 2', async () => {
		const { code } = await openWorkshop(workshops);
		expect((await shared(code)).keyVersion).toBe(2);
	});

	it.each([
		['is ready', 'select workshop_id from gone limit 1'],
		['creates', `insert into workshop (workshop_id, session) values ('222222', '{}')`],
		['takes a step', `update workshop set session = '{}'`]
	])('stops a node of its own version that %s beside a new one', async (_, statement) => {
		await expect(sql.raw(statement).execute(store.db)).rejects.toThrow(/no such|no column|does not exist/);
	});

	it('is no longer current once a later version has changed it', async () => {
		expect(await isCurrent(store)).toBe(true);
		await sql`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(
			store.db
		);
		expect(await isCurrent(store)).toBe(false);
	});
});
