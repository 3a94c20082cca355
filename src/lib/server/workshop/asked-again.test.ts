import { describe, expect, it } from 'vitest';
import type { Rung } from '../../questions';
import { bothStores, eachWithWorkshops, reasonOf } from './workshops.fixture';

describe.each(bothStores())('a scene that is asked again on %s', (_, open) => {
	const { at, opened, seated, act, shared } = eachWithWorkshops(open);

	const FIRST: Rung[] = [0, 1, 2, 3, 1, 2, 3, 0];
	/** Three stay, five go up. */
	const AGAIN: Rung[] = [0, 1, 2, 4, 2, 3, 4, 1];

	async function answer(code: string, seats: readonly string[], rungs: readonly Rung[], again = false) {
		const asking = again ? 'again' : 'once';
		await Promise.all(
			seats.map((seat, i) => at.workshops.answer(code, seat, 1, 'thin-post', rungs[i] as Rung, asking))
		);
	}

	async function askedAgain() {
		const held = await opened();
		const seats = await seated(held.code, FIRST.length);
		await act(held.code, held.key, 'start');
		await answer(held.code, seats, FIRST);
		await act(held.code, held.key, 'closeAndReveal');
		const first = await shared(held.code);
		await act(held.code, held.key, 'askAgain');
		return { ...held, seats, first };
	}

	it('shows both pictures and who moved, which are of answers of their own', async () => {
		const { code, key, seats, first } = await askedAgain();
		expect(await shared(code)).toMatchObject({
			answered: 0,
			parts: [],
			picture: first.picture,
			again: { statuses: ['open', 'waiting', 'waiting'], shown: null }
		});
		await answer(code, seats, AGAIN, true);
		expect((await shared(code)).answered).toBe(8);
		await act(code, key, 'close', 'reveal', 'unfold');
		expect(await shared(code)).toMatchObject({
			parts: ['again', 'moved'],
			picture: first.picture,
			again: {
				sealed: [true, false, false],
				shown: {
					picture: { kind: 'shares', count: 8, shares: [13, 25, 25, 13, 25] },
					moved: { kind: 'moved', people: 8, stayed: 3, ways: { up: 5, down: 0 } }
				}
			}
		});
		expect(await at.workshops.answersOf(code, seats[3])).toEqual({
			round: 1,
			answers: { 'thin-post': 3 },
			again: { 'thin-post': 4 }
		});
	});

	it('takes no answer that is not asked for, whatever else is open', async () => {
		const { code, key, seats } = await askedAgain();
		const [seat = ''] = seats;
		const reasons = async () => ({
			once: await reasonOf(at.workshops.answer(code, seat, 1, 'thin-post', 4)),
			again: await reasonOf(at.workshops.answer(code, seat, 1, 'thin-post', 4, 'again')),
			other: await reasonOf(at.workshops.answer(code, seat, 1, 'dealer-host', 4, 'again'))
		});
		expect(await reasons()).toEqual({ once: 'closed', again: 'none', other: 'closed' });
		await act(code, key, 'close');
		expect(await reasons()).toEqual({ once: 'closed', again: 'closed', other: 'closed' });
		await act(code, key, 'next');
		expect(await reasons()).toEqual({ once: 'closed', again: 'closed', other: 'closed' });
	});

	it('rests no score on second answers, and has them in the report', async () => {
		const { code, key, seats } = await askedAgain();
		await answer(code, seats, AGAIN, true);
		await act(code, key, 'closeAndReveal');
		for (const scene of ['dealer-host', 'free-audit'] as const) {
			await act(code, key, 'next');
			await Promise.all(seats.map((seat, i) => at.workshops.answer(code, seat, 1, scene, FIRST[i] as Rung)));
			await act(code, key, 'closeAndReveal');
		}
		await act(code, key, 'end');
		const { groupPicture } = await shared(code);
		const other = await opened();
		const others = await seated(other.code, FIRST.length);
		await act(other.code, other.key, 'start');
		for (const scene of ['thin-post', 'dealer-host', 'free-audit'] as const) {
			await Promise.all(
				others.map((seat, i) => at.workshops.answer(other.code, seat, 1, scene, FIRST[i] as Rung))
			);
			await act(other.code, other.key, 'closeAndReveal', scene === 'free-audit' ? 'end' : 'next');
		}
		expect(groupPicture).toEqual((await shared(other.code)).groupPicture);
		const report = await at.workshops.report(await at.workshops.hosted(code, key));
		expect(report.scenes.map(({ again }) => again?.moved.kind ?? null)).toEqual(['moved', null, null]);
		expect(report.scenes[0]?.picture).toMatchObject({ shares: [25, 25, 25, 25, 0] });
	});

	it('shows only that too few answered, and can then be reopened; undone, it was never asked', async () => {
		const { code, key, seats, first } = await askedAgain();
		await answer(code, seats.slice(0, 2), AGAIN, true);
		await act(code, key, 'closeAndReveal');
		expect((await shared(code)).again).toMatchObject({ statuses: ['closed', 'waiting', 'waiting'] });
		await act(code, key, 'reveal');
		expect((await shared(code)).again?.shown).toEqual({ picture: { kind: 'few' }, moved: { kind: 'few' } });
		await act(code, key, 'reopen');
		expect((await shared(code)).again).toMatchObject({
			statuses: ['open', 'waiting', 'waiting'],
			shown: null
		});
		const { code: other, key: held } = await askedAgain();
		await act(other, held, 'undo');
		expect(await shared(other)).toMatchObject({ parts: first.parts, again: first.again });
	});

	it('gives second answers back after asking again is undone: asked once more, they count', async () => {
		const { code, key, seats } = await askedAgain();
		const [seat] = seats;
		await answer(code, seats, AGAIN, true);
		await act(code, key, 'undo');
		expect((await shared(code)).again?.statuses).toEqual(['waiting', 'waiting', 'waiting']);
		expect((await at.workshops.answersOf(code, seat))?.again).toEqual({ 'thin-post': 0 });
		await act(code, key, 'askAgain');
		expect((await shared(code)).answered).toBe(8);
	});

	it('is asked of made-up people as well, who move a little', async () => {
		const { code, key } = await opened({ smallestGroup: 3 });
		await act(code, key, 'rehearse', 'start', 'closeAndReveal', 'askAgain');
		const { answered } = await shared(code);
		expect(answered).toBeGreaterThan(8);
		await act(code, key, 'closeAndReveal');
		const { picture, again } = await shared(code);
		expect(picture).toMatchObject({ kind: 'shares', count: answered });
		expect(again?.shown?.picture).toMatchObject({ kind: 'shares', count: answered });
	});
});
