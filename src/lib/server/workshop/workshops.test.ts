import { describe, expect, it, vi } from 'vitest';
import type { HostAction } from '../../protocol';
import type { Rung, ScenarioId } from '../../questions';
import { makeSecret } from '../security/secrets';
import { participantOf } from './seats';
import { bothStores, eachWithWorkshops, reasonOf, SETTINGS } from './workshops.fixture';

describe.each(bothStores())('workshops on %s', (_, open) => {
	const { at, opened, seated, act, shared } = eachWithWorkshops(open);

	async function step(code: string, key: string | undefined, action: HostAction, seen: number) {
		await at.workshops.step(await at.workshops.hosted(code, key), action, seen);
	}

	it('goes from the lobby over a scene to its picture', async () => {
		const { code, key } = await opened();
		const seats = await seated(code, 4);
		expect(await shared(code)).toMatchObject({ stage: 'lobby', joined: 4, answered: 0, picture: null });

		await act(code, key, 'start');
		const rungs: Rung[] = [0, 1, 1, 3];
		await Promise.all(
			seats.map((seat, i) => at.workshops.answer(code, seat, 1, 'thin-post', rungs[i] as Rung))
		);
		expect(await shared(code)).toMatchObject({ stage: 'scene', answered: 4, picture: null });

		await act(code, key, 'close');
		expect((await shared(code)).picture).toBeNull();
		await act(code, key, 'reveal');
		expect((await shared(code)).picture).toEqual({ kind: 'shares', count: 4, shares: [25, 50, 0, 25, 0] });
	});

	it('counts a seat that is taken twice once, and the last of several answers', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		await Promise.all([at.workshops.join(code, seat, 'en'), at.workshops.join(code, seat, 'es')]);
		await act(code, key, 'start');
		await Promise.all(
			([4, 2, 3] as const).map((rung) => at.workshops.answer(code, seat, 1, 'thin-post', rung))
		);
		expect(await at.workshops.answersOf(code, seat)).toEqual({ round: 1, answers: { 'thin-post': 3 } });
		expect(await shared(code)).toMatchObject({ joined: 1, answered: 1 });

		await at.workshops.answer(code, seat, 1, 'thin-post', null);
		expect(await shared(code)).toMatchObject({ joined: 1, answered: 0 });
	});

	it('tells all who join at once what one reading found, themselves among it', async () => {
		const { code } = await opened();
		await seated(code, 1);
		const states = await Promise.all(
			Array.from({ length: 20 }, async () => {
				const seat = makeSecret();
				await at.workshops.join(code, seat, 'en');
				return at.workshops.seatState(code, seat);
			})
		);
		expect(new Set(states.map(({ snapshot }) => snapshot)).size).toBe(1);
		expect(states[0]).toMatchObject({ snapshot: { joined: 21 }, own: { answers: {} } });
	});

	it('counts as here who is not away, or has answered the scene at hand, and tells it to all', async () => {
		const { code, key } = await opened();
		const [ann = '', ben = '', cat = ''] = await seated(code, 3);
		const ids = [ann, ben, cat].map(participantOf);
		await act(code, key, 'start');
		await at.workshops.answer(code, ben, 1, 'thin-post', 1);
		const { version } = await shared(code);
		const told: (string | null)[] = [];
		at.workshops.listen((changed) => told.push(changed));
		await at.workshops.markPresence(code, new Set(), [ids[0] ?? '', ids[1] ?? '', 'nobody']);
		expect(await shared(code)).toMatchObject({ joined: 3, here: 2, answered: 1, version: version + 1 });
		await vi.waitFor(() => expect(told).toContain(code));

		await at.workshops.markPresence(code, new Set(), [ids[0] ?? '']);
		expect(await shared(code)).toMatchObject({ here: 2, version: version + 1 });
		await at.workshops.markPresence(code, new Set([ids[0] ?? '']), [ids[0] ?? '']);
		expect(await shared(code)).toMatchObject({ here: 3, version: version + 2 });
		await act(code, key, 'close', 'reveal', 'next');
		expect(await shared(code)).toMatchObject({ joined: 3, here: 2, answered: 0 });
	});

	it('lists who is here in any workshop, and nobody who is made up', async () => {
		const rehearsed = await opened();
		await act(rehearsed.code, rehearsed.key, 'rehearse');
		const { code } = await opened();
		const [ann, ben] = (await seated(code, 2)).map(participantOf) as [string, string];
		const other = await opened();
		const [cat = ''] = (await seated(other.code, 1)).map(participantOf);
		await at.workshops.markPresence(code, new Set(), [ann]);
		const seats = await at.workshops.seatsHere();
		expect(seats).toHaveLength(2);
		expect(seats).toEqual(
			expect.arrayContaining([
				{ code, participant: ben },
				{ code: other.code, participant: cat }
			])
		);
	});

	it('shows nobody that somebody sits out, not even by a version', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		await act(code, key, 'start');
		const before = await at.workshops.snapshots(code);
		await at.workshops.answer(code, seat, 1, 'thin-post', null);
		expect(await at.workshops.snapshots(code)).toEqual(before);
		expect(await at.workshops.answersOf(code, seat)).toEqual({ round: 1, answers: {} });
	});

	it('counts who saw a scene and gave no answer as sitting out, until it is shown', async () => {
		const { code, key } = await opened();
		const [silent = '', late = '', ...others] = await seated(code, 6);
		const scenes = ['thin-post', 'dealer-host', 'free-audit'] as const;
		const say = (seat: string, round: number, ...some: ScenarioId[]) =>
			reasonOf(at.workshops.keepSilent(code, seat, round, some));
		await act(code, key, 'start');
		expect(await say(silent, 1, 'dealer-host')).toBe('closed');
		for (const [i, scene] of scenes.entries()) {
			if (i > 0) await act(code, key, 'next');
			await Promise.all(others.map((seat, n) => at.workshops.answer(code, seat, 1, scene, (n % 5) as Rung)));
			const before = await at.workshops.snapshots(code);
			expect(await say(silent, 1, scene)).toBe('none');
			expect(await at.workshops.snapshots(code)).toEqual(before);
			// What was said while the scene was open takes no answer back, nor keeps one away.
			if (i < 2) await at.workshops.answer(code, silent, 1, scene, 2);
			await act(code, key, 'close');
			expect(await say(silent, 1, scene)).toBe('none');
			await act(code, key, 'reveal');
			expect(await say(late, 1, scene)).toBe('closed');
		}
		expect(await at.workshops.answersOf(code, silent)).toEqual({
			round: 1,
			answers: { 'thin-post': 2, 'dealer-host': 2 }
		});
		expect(
			await Promise.all([
				say(makeSecret(), 1, 'free-audit'),
				say(silent, 1, 'van-dealer'),
				say(silent, 2, 'free-audit')
			])
		).toEqual(['closed', 'invalid', 'closed']);
		// Had the server not heard it, the last scene could not count: too few scenes, and no string.
		await act(code, key, 'end');
		expect((await shared(code)).groupPicture?.counted.map(({ scene }) => scene)).toEqual(scenes);
	});

	it('reopens a scene of which only too few was shown, and has no scores before the end', async () => {
		const { code, key } = await opened();
		const seats = await seated(code, 3);
		const answer = (some: readonly string[]) =>
			Promise.all(some.map((seat, i) => at.workshops.answer(code, seat, 1, 'thin-post', i as Rung)));
		await act(code, key, 'start');
		await answer(seats.slice(0, 2));
		await act(code, key, 'close');
		expect((await at.workshops.snapshots(code)).host.tooFew).toBe(1);
		await act(code, key, 'reveal');
		expect(await shared(code)).toMatchObject({ picture: { kind: 'few' }, sealed: [false, false, false] });
		await act(code, key, 'reopen');
		await answer(seats);
		await act(code, key, 'close', 'reveal');
		expect(await shared(code)).toMatchObject({ picture: { kind: 'shares', count: 3 } });
		expect((await at.workshops.report(await at.workshops.hosted(code, key))).groupPicture).toBeNull();
		await act(code, key, 'end');
		expect((await at.workshops.report(await at.workshops.hosted(code, key))).groupPicture).toMatchObject({
			overall: { kind: 'fewScenes' }
		});
	});

	it('refuses what must not count, and leaves what came with it alone', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		expect(await reasonOf(at.workshops.answer(code, seat, 1, 'thin-post', 1))).toBe('closed');
		await act(code, key, 'start');
		const outcomes = await Promise.all([
			reasonOf(at.workshops.answer(code, makeSecret(), 1, 'thin-post', 1)),
			reasonOf(at.workshops.answer(code, 'x', 1, 'thin-post', 1)),
			reasonOf(at.workshops.answer(code, seat, 1, 'thin-post', 1)),
			reasonOf(at.workshops.answer(code, seat, 1, 'dealer-host', 1)),
			reasonOf(at.workshops.answer(code, seat, 1, 'van-dealer', 1)),
			reasonOf(at.workshops.answer(code, seat, 2, 'thin-post', 1)),
			reasonOf(at.workshops.answer('222222', seat, 1, 'thin-post', 1))
		]);
		expect(outcomes).toEqual(['noSeat', 'noSeat', 'none', 'closed', 'invalid', 'closed', 'unknown']);
		expect(await shared(code)).toMatchObject({ answered: 1 });

		await act(code, key, 'close');
		expect(await reasonOf(at.workshops.answer(code, seat, 1, 'thin-post', 4))).toBe('closed');
		expect(await at.workshops.answersOf(code, seat)).toMatchObject({ answers: { 'thin-post': 1 } });
	});

	it('lets only the host take steps, and each step only once', async () => {
		const { code, key } = await opened();
		const { host } = await at.workshops.snapshots(code);
		expect(await reasonOf(step(code, makeSecret(), 'start', host.step))).toBe('notHost');
		expect(await reasonOf(step(code, undefined, 'start', host.step))).toBe('notHost');
		expect(await reasonOf(step(code, key, 'reveal', host.step))).toBe('invalid');

		const both = await Promise.all([
			reasonOf(step(code, key, 'start', host.step)),
			reasonOf(step(code, key, 'start', host.step))
		]);
		expect(both.sort()).toEqual(['none', 'stale']);
	});

	it('takes the last step back, and keeps what was shown sealed', async () => {
		const { code, key } = await opened();
		const seats = await seated(code, 3);
		await act(code, key, 'start');
		await Promise.all(seats.map((seat) => at.workshops.answer(code, seat, 1, 'thin-post', 2)));
		await act(code, key, 'close', 'undo');
		expect(await shared(code)).toMatchObject({ statuses: ['open', 'waiting', 'waiting'], answered: 3 });

		await act(code, key, 'close', 'reveal', 'undo');
		const { host } = await at.workshops.snapshots(code);
		expect(host).toMatchObject({ statuses: ['closed', 'waiting', 'waiting'], picture: null, undoes: null });
		expect(host.allowed).not.toContain('reopen');
	});

	it('starts over, and can take that back until the next step', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 3);
		await act(code, key, 'start');
		await at.workshops.answer(code, seat, 1, 'thin-post', 2);
		await act(code, key, 'startOver');
		expect(await shared(code)).toMatchObject({ stage: 'lobby', round: 2, answered: 0 });
		expect(await at.workshops.answersOf(code, seat)).toEqual({ round: 2, answers: {} });
		await act(code, key, 'undo');
		expect(await shared(code)).toMatchObject({ stage: 'scene', round: 1, answered: 1 });

		await act(code, key, 'startOver', 'start');
		expect(await at.store.db.selectFrom('answer').selectAll().execute()).toEqual([]);
	});

	it('shows the group’s picture at the end', async () => {
		const { code, key } = await opened();
		const seats = await seated(code, 3);
		await act(code, key, 'start');
		for (const scene of SETTINGS.scenes) {
			await Promise.all(seats.map((seat, i) => at.workshops.answer(code, seat, 1, scene, (i + 1) as Rung)));
			await act(code, key, 'close', 'reveal', scene === 'free-audit' ? 'end' : 'next');
		}
		const { groupPicture: picture, stage } = await shared(code);
		expect(stage).toBe('end');
		expect(picture?.overall).toMatchObject({
			kind: 'spread',
			places: [25, 50, 75].map((place) => ({ place, count: 1 }))
		});
		expect(picture?.splits).toHaveLength(3);
	});

	it('lets a free workshop be answered in any order and counts who is through', async () => {
		const { code, key } = await opened({ pace: 'free' });
		const [first = '', second = ''] = await seated(code, 2);
		await act(code, key, 'start');
		await at.workshops.answer(code, first, 1, 'free-audit', 0);
		for (const scene of SETTINGS.scenes) await at.workshops.answer(code, second, 1, scene, 1);
		expect(await shared(code)).toMatchObject({ joined: 2, answered: 1, statuses: ['open', 'open', 'open'] });
	});

	it('announces every change to those who listen', async () => {
		const heard: (string | null)[] = [];
		const stop = at.workshops.listen((code) => heard.push(code));
		const { code, key } = await opened();
		await seated(code, 1);
		await act(code, key, 'start');
		await expect.poll(() => heard.filter((one) => one === code).length).toBeGreaterThan(0);
		stop();
	});

	it('grows its version with every change', async () => {
		const { code, key } = await opened();
		const versions = [(await shared(code)).version];
		const [seat = ''] = await seated(code, 1);
		versions.push((await shared(code)).version);
		await act(code, key, 'start');
		versions.push((await shared(code)).version);
		await at.workshops.answer(code, seat, 1, 'thin-post', 2);
		versions.push((await shared(code)).version);
		expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
	});
});
