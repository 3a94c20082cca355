import { describe, expect, it } from 'vitest';
import type { Report, ScenePicture, SceneReport } from '$lib/group';
import { toCsv } from '$lib/group/export';
import { I18n, loadMessages, loadWords } from '$lib/i18n';
import { emptyOption, emptyWords, toAsked, withOwnScenes, type OwnScene } from '$lib/own-scenes';
import { loadScenes, type OwnSceneId } from '$lib/questions';
import { scenesTable } from './tables';

function written(id: OwnSceneId, rungs: OwnScene['rungs'], title: string, options: readonly string[]) {
	const words = { ...emptyWords(0), title, stem: 'It happens.' };
	const texts = options.map((text) => ({ ...emptyOption(), text }));
	const scene: OwnScene = {
		id,
		language: 'en',
		rungs,
		words: { en: { ...words, options: texts } },
		checks: []
	};
	return toAsked(scene);
}

const OWN = [
	written('own-tea', null, 'Tea', ['=1+1', 'No.', '-Perhaps.']),
	written('own-late', [4, 0], '@The late van', ['Ask.', 'Wait.'])
];

const shown = (scene: SceneReport['scene'], picture: ScenePicture): SceneReport => ({
	...{ scene, picture, number: null, dimension: null },
	...{ again: null, guesses: null, frequencies: null }
});

async function tableOf(scenes: readonly SceneReport[]) {
	await loadMessages('en', ['report', 'terms']);
	const words = withOwnScenes(await loadWords('en', loadScenes), OWN, 'en');
	const report = { scenes, first: null } as Partial<Report> as Report;
	return scenesTable(report, words, new I18n(() => 'en'));
}

const SHARES: ScenePicture = { kind: 'shares', count: 10, shares: [20, 30, 50, 0, 0] };
const ON_TWO: ScenePicture = { kind: 'shares', count: 10, shares: [40, 0, 0, 0, 60] };

describe('the table of scenes', () => {
	it('has options that stand on no rung in columns of their own, with their words', async () => {
		const [head = [], tea = [], late = []] = await tableOf([
			shown('own-tea', SHARES),
			shown('own-late', ON_TWO)
		]);
		expect(head.slice(5, 10).every((name) => String(name).startsWith('Rung'))).toBe(true);
		expect(head.slice(10)).toEqual([1, 2, 3].flatMap((n) => [`Option ${n}, %`, `Words of option ${n}`]));
		expect(tea.slice(5)).toEqual([null, null, null, null, null, 20, '=1+1', 30, 'No.', 50, '-Perhaps.']);
		expect(late.slice(5)).toEqual([40, null, null, null, 60, null, null, null, null, null, null]);
	});

	it('says on which option nearly all of them were, where it stands on no rung', async () => {
		const nearlyAll: ScenePicture = { kind: 'nearlyAll', rung: 1 };
		const [, tea = [], late = []] = await tableOf([
			shown('own-tea', nearlyAll),
			shown('own-late', { kind: 'nearlyAll', rung: 4 })
		]);
		expect([tea[3], late[3]]).toEqual(['nearly all on option 2', 'nearly all on rung 4']);
	});

	it('has no such columns where all scenes have rungs', async () => {
		const [head = []] = await tableOf([shown('own-late', ON_TWO)]);
		expect(head).toHaveLength(10);
	});

	it('calculates nothing', async () => {
		const text = toCsv(await tableOf([shown('own-tea', SHARES), shown('own-late', ON_TWO)]));
		for (const words of ["'=1+1", "'-Perhaps.", "'@The late van"]) expect(text).toContain(words);
	});
});
