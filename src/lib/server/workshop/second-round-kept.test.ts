import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rung } from '../../questions';
import type { Store } from '../db';
import { Workshops } from './workshops';
import { act, bothStores } from './workshops.fixture';

const DUMP = readFileSync(new URL('../db/second-round.fixture.sql', import.meta.url), 'utf8');

/** At the second scene of its second round: five people answered all of the first, and one sat a scene out. */
const HELD = { code: 'PK53PV', key: 'YROlWSj7K5g0DmBCpGc8lV3e' };

const SEATS = [
	'gSK6pTwD1QWIWTFapHq2yQDx',
	'QDLlm8hI92h3pp7HV2dAw_Hl',
	'L4mmsWvne6ZfzkyVkyg2v_HK',
	'dvBGzRug69jj6an2yCAP07mi',
	'BeM7Citce3KyDxWFaDwvCrW4'
] as const;

describe.each(bothStores(DUMP))('a second round that an earlier version kept on %s', (_, open) => {
	let store: Store;
	let workshops: Workshops;
	beforeEach(async () => {
		store = await open();
		workshops = new Workshops({ store, now: () => Date.UTC(2026, 10, 23) });
	});
	afterEach(() => store.close());

	const shared = async () => (await workshops.snapshots(HELD.code)).shared;

	it('goes on where it was, with the answers of both rounds', async () => {
		expect(await shared()).toMatchObject({
			round: 2,
			firstRound: 1,
			stage: 'scene',
			at: 1,
			statuses: ['revealed', 'open', 'waiting'],
			sealed: [true, false, false],
			joined: 5,
			answered: 1
		});
		expect(await workshops.answersOf(HELD.code, SEATS[4])).toEqual({
			round: 2,
			answers: { 'thin-post': 3 },
			first: { 'thin-post': 4, 'free-audit': 1 }
		});
	});

	it('ends with both strings and the shift, and can go back', async () => {
		for (const [scene, ...then] of [
			['dealer-host', 'close', 'reveal', 'next'],
			['free-audit', 'close', 'reveal', 'end']
		] as const) {
			await Promise.all(
				SEATS.map((seat, i) => workshops.answer(HELD.code, seat, 2, scene, ((3 * i) % 5) as Rung))
			);
			await act(workshops, HELD, ...then);
		}
		const { comparison, groupPicture } = await shared();
		expect([comparison?.first.overall.kind, groupPicture?.overall.kind]).toEqual(['spread', 'spread']);
		expect(comparison?.shift.kind).toBeOneOf(['shift', 'some']);
		await act(workshops, HELD, 'previous', 'end');
		expect((await shared()).comparison).toEqual(comparison);
	});

	it('takes its last step back', async () => {
		await act(workshops, HELD, 'undo');
		expect(await shared()).toMatchObject({ at: 0, statuses: ['revealed', 'waiting', 'waiting'] });
	});
});
