import { describe, expect, it } from 'vitest';
import type { Rung, SceneId } from '../../questions';
import { bothStores, eachWithWorkshops, reasonOf, SETTINGS } from './workshops.fixture';

const [FIRST, SECOND] = SETTINGS.scenes as [SceneId, SceneId];

describe.each(bothStores())('guessing what most will choose on %s', (_, open) => {
	const { at, opened, seated, act, shared } = eachWithWorkshops(open);

	async function guessing() {
		const held = await opened({ guessing: true });
		const seats = await seated(held.code, 6);
		await act(held.code, held.key, 'start');
		return { ...held, seats };
	}

	/** Seat by seat; null is nothing said. */
	async function all(
		code: string,
		seats: readonly string[],
		asking: 'once' | 'guess',
		rungs: readonly (Rung | null)[],
		{ scene = FIRST, round = 1 } = {}
	) {
		for (const [i, rung] of rungs.entries())
			if (rung !== null) await at.workshops.answer(code, seats[i] ?? '', round, scene, rung, asking);
	}

	const reportOf = async ({ code, key }: { code: string; key: string }) =>
		at.workshops.report(await at.workshops.hosted(code, key));

	it('counts guesses beside answers, and shows them with the answers and never before', async () => {
		const { code, key, seats } = await guessing();
		await all(code, seats, 'once', [0, 1, 2, 3, 4, 4]);
		await all(code, seats, 'guess', [3, 3, 3, 1, null, null]);
		expect(await shared(code)).toMatchObject({ answered: 6, guesses: { count: 4, picture: null } });
		await act(code, key, 'close');
		expect((await shared(code)).guesses).toEqual({ count: 4, picture: null });
		await act(code, key, 'reveal');
		const { guesses, picture } = await shared(code);
		expect(guesses).toEqual({ count: 4, picture: { kind: 'nearlyAll', rung: 3 } });
		expect(picture).toMatchObject({ kind: 'shares', count: 6 });
		await act(code, key, 'next');
		expect((await shared(code)).guesses).toEqual({ count: 0, picture: null });
		expect((await reportOf({ code, key })).scenes).toMatchObject([{ guesses: guesses?.picture }]);
	});

	it('gives everybody their own guesses back, apart from their answers', async () => {
		const { code, seats } = await guessing();
		await all(code, seats, 'once', [0]);
		await all(code, seats, 'guess', [3]);
		expect(await at.workshops.answersOf(code, seats[0])).toEqual({
			round: 1,
			answers: { [FIRST]: 0 },
			guess: { [FIRST]: 3 }
		});
		await at.workshops.answer(code, seats[0] ?? '', 1, FIRST, null, 'guess');
		expect((await at.workshops.answersOf(code, seats[0]))?.guess).toEqual({});
	});

	it('shows nothing of guesses where too few answered, so that they can be asked for again', async () => {
		const { code, key, seats } = await guessing();
		await all(code, seats, 'once', [0, 1]);
		await all(code, seats, 'guess', [3, 3, 3, 1]);
		await act(code, key, 'close', 'reveal');
		expect((await shared(code)).guesses?.picture).toEqual({ kind: 'few' });
		expect((await reportOf({ code, key })).scenes).toMatchObject([{ guesses: null }]);
		await act(code, key, 'reopen');
		await all(code, seats, 'once', [0, 1, 2, 3]);
		await act(code, key, 'close', 'reveal');
		expect((await shared(code)).guesses?.picture).toEqual({ kind: 'nearlyAll', rung: 3 });
	});

	it('takes none where the host did not ask for it, of a closed scene, or at a free pace', async () => {
		const plain = await opened();
		const [seat = ''] = await seated(plain.code, 1);
		await act(plain.code, plain.key, 'start');
		expect(await reasonOf(at.workshops.answer(plain.code, seat, 1, FIRST, 2, 'guess'))).toBe('closed');
		expect((await shared(plain.code)).guesses).toBeNull();
		const free = await opened({ guessing: true, pace: 'free' });
		expect((await shared(free.code)).guessing).toBe(false);
		const { code, key, seats } = await guessing();
		expect(await reasonOf(at.workshops.answer(code, seats[0] ?? '', 1, SECOND, 2, 'guess'))).toBe('closed');
		await act(code, key, 'close');
		expect(await reasonOf(at.workshops.answer(code, seats[0] ?? '', 1, FIRST, 2, 'guess'))).toBe('closed');
	});

	it('moves no string: scores are the same with guesses and without', async () => {
		const pictures = [];
		for (const guess of [true, false]) {
			const { code, key, seats } = await guessing();
			for (const [i, scene] of SETTINGS.scenes.entries()) {
				await all(code, seats, 'once', [0, 1, 2, 3, 4, 2], { scene });
				if (guess) await all(code, seats, 'guess', [4, 4, 4, 0, 0, 0], { scene });
				await act(code, key, 'close', 'reveal', i < 2 ? 'next' : 'end');
			}
			pictures.push((await shared(code)).groupPicture);
		}
		expect(pictures[0]?.overall.kind).toBe('spread');
		expect(pictures[0]).toEqual(pictures[1]);
	});

	it('is made up in a rehearsal, by most of those who answer', async () => {
		const { code, key } = await opened({ guessing: true });
		await act(code, key, 'rehearse', 'start', 'close', 'reveal');
		const { guesses } = await shared(code);
		expect(guesses?.count).toBeGreaterThan(5);
		expect(guesses?.picture?.kind).not.toBe('few');
	});

	it('is asked for anew in a second round, and the report holds both', async () => {
		const { code, key, seats } = await guessing();
		for (const round of [1, 2]) {
			if (round === 2) await act(code, key, 'secondRound', 'start');
			await all(code, seats, 'once', [0, 1, 2, 3, 4, 2], { round });
			await all(code, seats, 'guess', round === 1 ? [1, 1, 1, 1] : [2, 2, 3, 3], { round });
			await act(code, key, 'close', 'reveal', 'end');
		}
		const { scenes, first } = await reportOf({ code, key });
		expect(first?.scenes[0]?.guesses).toEqual({ kind: 'nearlyAll', rung: 1 });
		expect(scenes[0]?.guesses).toMatchObject({ kind: 'shares', shares: [0, 0, 50, 50, 0] });
	});
});
