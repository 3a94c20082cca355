import { describe, expect, it } from 'vitest';
import type { SceneId } from '../../questions';
import { emptyWords, toAsked, type AskedScene, type OwnScene } from '../../own-scenes';
import { Workshops } from './workshops';
import { bothStores, eachWithWorkshops, reasonOf, SETTINGS } from './workshops.fixture';

const words = (title: string, options: readonly string[]) => ({
	...emptyWords(0),
	title,
	stem: `${title} happens.`,
	options: options.map((text) => ({ text, gives: '', costs: '' }))
});

const LATE: OwnScene = {
	id: 'own-late',
	language: 'en',
	rungs: [4, 0],
	words: { en: words('The late van', ['Ask for a date.', 'Wait for a favour.']) },
	checks: []
};
const TEA: OwnScene = {
	id: 'own-tea',
	language: 'es',
	rungs: null,
	words: { es: words('El té', ['Sí.', 'No.', 'Quizá.']) },
	checks: []
};
const OWN: AskedScene[] = [LATE, TEA].map(toAsked);
const SCENES: SceneId[] = ['own-tea', 'thin-post', 'own-late'];

describe.each(bothStores())('scenes that a host wrote, in %s', (_, open) => {
	const { at, seated, act } = eachWithWorkshops(open);

	const opened = async () => {
		const created = await at.workshops.create({ ...SETTINGS, scenes: SCENES }, '', OWN);
		if (!created.ok) throw new Error(created.reason);
		return created;
	};
	const kept = () => at.store.db.selectFrom('own_scenes').selectAll().execute();
	const rowOf = (code: string) =>
		at.store.db.selectFrom('workshop').selectAll().where('workshop_id', '=', code).executeTakeFirstOrThrow();

	it('are asked in the order in which they were picked', async () => {
		const { code } = await opened();
		expect((await at.workshops.snapshots(code)).shared.scenes).toEqual(SCENES);
	});

	it('are kept word for word, for other processes too', async () => {
		const { code } = await opened();
		const other = new Workshops({ store: at.store, now: () => at.clock });
		expect(await other.ownScenes(code)).toEqual(OWN);
		expect(await at.workshops.ownScenes(code)).toEqual(OWN);
	});

	it('stand in no snapshot and not in the row that each change reads', async () => {
		const { code, key } = await opened();
		const seats = await seated(code, 3);
		await act(code, key, 'start');
		await Promise.all(seats.map((seat) => at.workshops.answer(code, seat, 1, 'own-tea', 1)));
		await act(code, key, 'close', 'reveal');
		const read = JSON.stringify([await at.workshops.snapshots(code), await rowOf(code)]);
		expect(read).toContain('own-tea');
		for (const text of ['El té', 'Quizá', 'late van']) expect(read).not.toContain(text);
	});

	it('take answers on their own rungs alone', async () => {
		const { code, key } = await opened();
		const [seat = ''] = await seated(code, 1);
		await act(code, key, 'start');
		const answer = (scene: SceneId, rung: 0 | 2 | 3 | 4) =>
			reasonOf(at.workshops.answer(code, seat, 1, scene, rung));
		expect([await answer('own-tea', 2), await answer('own-tea', 3)]).toEqual(['none', 'invalid']);
		await act(code, key, 'close', 'next', 'close', 'next');
		expect([await answer('own-late', 4), await answer('own-late', 2)]).toEqual(['none', 'invalid']);
		expect((await at.workshops.answersOf(code, seat)).answers).toEqual({ 'own-tea': 2, 'own-late': 4 });
	});

	it('show a ladder only where they have rungs, and split the group only there', async () => {
		const { code, key } = await opened();
		const seats = await seated(code, 6);
		await act(code, key, 'start');
		const answerAll = (scene: SceneId, rungs: readonly [0 | 1, 0 | 1 | 4]) =>
			Promise.all(
				seats.map((seat, i) => at.workshops.answer(code, seat, 1, scene, rungs[i % 2 === 0 ? 0 : 1]))
			);
		await answerAll('own-tea', [0, 1]);
		await act(code, key, 'close', 'reveal', 'unfold');
		expect((await at.workshops.snapshots(code)).shared.parts).toEqual(['picture', 'question']);
		await act(code, key, 'next', 'close', 'next');
		await answerAll('own-late', [0, 4]);
		await act(code, key, 'close', 'reveal', 'unfold', 'unfold');
		const { shared, host } = await at.workshops.snapshots(code);
		expect(shared.parts).toEqual(['picture', 'ladder', 'question']);
		expect(host.splits.map(({ scene }) => scene)).toEqual(['own-late']);
		await act(code, key, 'end');
		const report = await at.workshops.report(await at.workshops.hosted(code, key));
		expect(report.scenes.map(({ scene, number, dimension }) => [scene, number, dimension])).toEqual([
			['own-tea', null, null],
			['own-late', null, null]
		]);
		expect(report.groupPicture?.splits.map(({ scene }) => scene)).toEqual(['own-late']);
		expect(report.groupPicture?.counted).toEqual([]);
	});

	it('are answered by made-up people, with what they offer', async () => {
		const { code, key } = await opened();
		await act(code, key, 'rehearse', 'start', 'close', 'next', 'close', 'next');
		const rows = await at.store.db
			.selectFrom('answer')
			.select(['scene', 'rung'])
			.where('rung', '>=', 0)
			.execute();
		const chosen = (scene: string) =>
			new Set(rows.filter((row) => row.scene === scene).map(({ rung }) => rung));
		expect([...chosen('own-tea')].every((rung) => rung <= 2)).toBe(true);
		expect([...chosen('own-late')].every((rung) => rung === 0 || rung === 4)).toBe(true);
		expect(chosen('own-tea').size).toBeGreaterThan(0);
	});

	it('are asked again in a second round and after starting over', async () => {
		const { code, key } = await opened();
		await act(code, key, 'start', 'startOver', 'start', 'close', 'reveal');
		expect((await at.workshops.snapshots(code)).shared.scenes).toEqual(SCENES);
		const [seat = ''] = await seated(code, 1);
		await act(code, key, 'reopen');
		expect(await reasonOf(at.workshops.answer(code, seat, 2, 'own-tea', 2))).toBe('none');
	});

	it('are deleted with the workshop', async () => {
		const { code, key } = await opened();
		const other = await opened();
		await at.workshops.ownScenes(code);
		await at.workshops.delete(await at.workshops.hosted(code, key));
		expect((await kept()).map(({ workshop_id }) => workshop_id)).toEqual([other.code]);
		expect(await reasonOf(at.workshops.ownScenes(code))).toBe('gone');
	});

	it('are deleted when the time is up', async () => {
		await opened();
		at.clock += (SETTINGS.keepDays + 1) * 86_400_000;
		await at.workshops.deleteExpired();
		expect(await kept()).toEqual([]);
	});

	it('are deleted at the next clean-up where a process that knew none of them deleted the rest', async () => {
		const { code } = await opened();
		const other = await opened();
		await at.store.db.deleteFrom('workshop').where('workshop_id', '=', code).execute();
		await at.workshops.deleteExpired();
		expect((await kept()).map(({ workshop_id }) => workshop_id)).toEqual([other.code]);
	});

	it('make the list of scenes one that earlier versions cannot take for theirs', async () => {
		const { code } = await opened();
		const { scenes } = await rowOf(code);
		expect(Array.isArray(JSON.parse(scenes))).toBe(false);
	});
});
