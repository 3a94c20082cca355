import { describe, expect, it } from 'vitest';
import type { Report } from '../../group';
import type { Rung, SceneId } from '../../questions';
import { bothStores, eachWithWorkshops, reasonOf, SETTINGS } from './workshops.fixture';

const SCENES: readonly SceneId[] = SETTINGS.scenes;

describe.each(bothStores())('a second round on %s', (_, open) => {
	const { at, opened, seated, act, shared } = eachWithWorkshops(open);

	/** Asks all scenes; a row of rungs for each seat. */
	async function askAll(
		{ code, key }: { code: string; key: string },
		seats: readonly string[],
		rows: readonly (readonly Rung[])[]
	) {
		await act(code, key, 'start');
		const { round } = await shared(code);
		for (const [i, scene] of SCENES.entries()) {
			await Promise.all(
				seats.map((seat, person) => at.workshops.answer(code, seat, round, scene, rows[person]?.[i] as Rung))
			);
			await act(code, key, 'close', 'reveal', i + 1 < SCENES.length ? 'next' : 'end');
		}
	}

	const BEFORE: Rung[][] = [
		[0, 1, 2],
		[1, 2, 3],
		[4, 3, 1],
		[2, 2, 0],
		[3, 0, 2],
		[1, 4, 4]
	];
	const AFTER: Rung[][] = [
		[2, 3, 4],
		[3, 3, 3],
		[4, 3, 4],
		[2, 2, 0],
		[3, 0, 2],
		[1, 4, 4]
	];

	async function twice() {
		const held = await opened();
		const seats = await seated(held.code, 6);
		await askAll(held, seats, BEFORE);
		const first = (await shared(held.code)).groupPicture;
		await act(held.code, held.key, 'secondRound');
		return { ...held, seats, first };
	}

	it('keeps the first answers, which only their own seats get, and asks everything anew', async () => {
		const { code, key, seats } = await twice();
		expect(await shared(code)).toMatchObject({
			round: 2,
			stage: 'lobby',
			firstRound: 1,
			comparison: null,
			groupPicture: null,
			sealed: [false, false, false]
		});
		await act(code, key, 'start');
		expect(await reasonOf(at.workshops.answer(code, seats[0] ?? '', 1, 'thin-post', 4))).toBe('closed');
		await at.workshops.answer(code, seats[0] ?? '', 2, 'thin-post', 4);
		expect(await at.workshops.answersOf(code, seats[0])).toEqual({
			round: 2,
			answers: { 'thin-post': 4 },
			first: { 'thin-post': 0, 'dealer-host': 1, 'free-audit': 2 }
		});
	});

	it('ends with both pictures and the shift between them, on snapshots and in the report', async () => {
		const { code, key, seats, first } = await twice();
		await askAll({ code, key }, seats, AFTER);
		const { comparison, groupPicture } = await shared(code);
		expect(comparison?.first).toEqual(first);
		expect(groupPicture).not.toEqual(first);
		expect(comparison?.shift).toMatchObject({ kind: 'shift', people: 6 });
		const report = await at.workshops.report(await at.workshops.hosted(code, key));
		expect(report.comparison).toEqual(comparison);
		const pictures = [report.first?.scenes ?? [], report.scenes].map((scenes) =>
			scenes.map(({ scene, picture }) => ({ scene, picture }))
		);
		const shown = SCENES.map((scene) => ({ scene, picture: { kind: 'shares' } }));
		expect(pictures).toMatchObject([shown, shown]);
		expect(pictures[0]?.[0]).not.toEqual(pictures[1]?.[0]);
		await act(code, key, 'undo', 'end');
		expect((await shared(code)).comparison).toEqual(comparison);
	});

	it('has what the first showed in the report from the beginning, and nothing more of it', async () => {
		const { code, key, first } = await twice();
		const report = async () => at.workshops.report(await at.workshops.hosted(code, key));
		const kinds = (scenes: Report['scenes'] = []) =>
			scenes.map(({ scene, picture }) => [scene, picture.kind]);
		const shown = SCENES.map((scene) => [scene, 'shares']);
		expect((await report()).first?.groupPicture).toEqual(first);
		expect(kinds((await report()).first?.scenes)).toEqual(shown);
		expect(kinds((await report()).scenes)).toEqual([]);
		await act(code, key, 'start', 'close', 'reveal');
		expect(kinds((await report()).scenes)).toEqual([[SCENES[0], 'few']]);
		expect(kinds((await report()).first?.scenes)).toEqual(shown);
		await act(code, key, 'startOver');
		expect((await report()).first).toBeNull();
	});

	it('compares those who are in both, and leaves others out so that a leaver is not worked out', async () => {
		const { code, key, seats } = await twice();
		await askAll({ code, key }, seats.slice(1), AFTER.slice(1));
		const { comparison, groupPicture } = await shared(code);
		expect(groupPicture?.overall.kind).toBe('spread');
		const shift = comparison?.shift;
		expect(shift?.kind === 'shift' ? shift.people : shift?.kind).toBeOneOf([3, 'some']);
	});

	it('is taken back by undo, which brings the first picture back', async () => {
		const { code, key, first } = await twice();
		await act(code, key, 'undo');
		expect(await shared(code)).toMatchObject({
			round: 1,
			stage: 'end',
			firstRound: null,
			groupPicture: first
		});
	});

	it('is forgotten with the first where the workshop starts over', async () => {
		const { code, key, seats } = await twice();
		await askAll({ code, key }, seats, AFTER);
		await act(code, key, 'startOver', 'start');
		expect(await shared(code)).toMatchObject({ round: 3, firstRound: null });
		const answers = await at.store.db.selectFrom('answer').select('round').execute();
		expect(answers).toEqual([]);
		expect(await at.workshops.answersOf(code, seats[0])).toEqual({ round: 3, answers: {} });
	});

	it('follows an end alone, and no second round follows it', async () => {
		const { code, key, seats } = await twice();
		expect(await reasonOf(act(code, key, 'secondRound'))).toBe('invalid');
		await askAll({ code, key }, seats, AFTER);
		expect(await reasonOf(act(code, key, 'secondRound'))).toBe('invalid');
	});
});
