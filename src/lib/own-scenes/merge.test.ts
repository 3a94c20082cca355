import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RUNGS } from '../questions';
import { emptyScene, merge, ownWords, transplant, withCheck, type OwnScene } from '.';
import { someScenes } from './own-scenes.arbitrary';

const a = emptyScene('own-a', 'en');
const b = emptyScene('own-b', 'en');
const c = emptyScene('own-c', 'en');

const titled = (scene: OwnScene, title: string): OwnScene => ({
	...scene,
	words: { ...scene.words, en: { ...ownWords(scene), title } }
});
const told = (scene: OwnScene, stem: string): OwnScene => ({
	...scene,
	words: { ...scene.words, en: { ...ownWords(scene), stem } }
});
const unchecked = (scene: OwnScene): OwnScene => ({ ...scene, checks: [] });
const ids = (scenes: readonly OwnScene[]) => scenes.map(({ id }) => id);

describe('merging', () => {
	test('keeps both of two scenes with one id', () => {
		const { scenes, added, same } = merge([a, b], [titled(a, 'Another')]);
		expect(scenes.slice(0, 2)).toEqual([a, b]);
		expect(scenes).toHaveLength(3);
		expect(added).toEqual([scenes[2]?.id]);
		expect(added).not.toEqual(['own-a']);
		expect(same).toBe(0);
	});

	test('adds nothing twice', () => {
		expect(merge([a, b], [b, c])).toEqual({ scenes: [a, b, c], added: ['own-c'], same: 1, checked: 0 });
	});

	test('takes a check over from the colleague who sends the scene back', () => {
		const back = withCheck(a, 'en', RUNGS);
		expect(merge([a, b], [back])).toEqual({ scenes: [back, b], added: [], same: 1, checked: 1 });
		expect(merge([back, b], [a]).scenes).toEqual([back, b]);
	});

	test('keeps both readings of a scene, though they are alike, and none twice', () => {
		const [mine, back] = [withCheck(a, 'en', RUNGS), withCheck(a, 'en', RUNGS)];
		const { scenes, checked } = merge([mine], [back]);
		expect([scenes[0]?.checks.length, checked]).toEqual([2, 1]);
		expect(merge(scenes, [back])).toEqual({ scenes, added: [], same: 1, checked: 0 });
	});

	test('gives a reading to the scene that was changed meanwhile, where its words are those that were read', () => {
		const back = withCheck(a, 'en', RUNGS);
		const { scenes, added } = merge([titled(a, 'New')], [back]);
		expect(scenes[0]).toEqual({ ...titled(a, 'New'), checks: back.checks });
		expect(added).toHaveLength(1);
		const retold = merge([told(a, 'New')], [back]);
		expect(retold.scenes.map(({ checks }) => checks)).toEqual([[], back.checks]);
		expect(merge(retold.scenes, [back])).toEqual({ ...retold, added: [], same: 1 });
	});

	test('keeps all that was there and all that came, whatever it is', () => {
		fc.assert(
			fc.property(someScenes, someScenes, (there, coming) => {
				const { scenes, added, same } = merge(there, coming);
				expect(scenes.slice(0, there.length).map(unchecked)).toEqual(there.map(unchecked));
				expect(added.length + same).toBe(coming.length);
				expect(new Set(ids(scenes)).size).toBe(scenes.length);
				expect(merge(scenes, scenes).scenes).toEqual(scenes);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('taking a step over to another state', () => {
	test('is the step itself where nothing else has changed', () => {
		fc.assert(
			fc.property(someScenes, someScenes, (from, to) => {
				expect(transplant(from, from, to)).toEqual(to);
			}),
			{ numRuns: 60 }
		);
	});

	test('changes nothing where the step changed nothing', () => {
		fc.assert(
			fc.property(someScenes, someScenes, (current, same) => {
				expect(transplant(current, same, same)).toEqual(current);
			}),
			{ numRuns: 60 }
		);
	});

	test('leaves other fields, and other scenes, as another tab has written them', () => {
		const [before, after] = [
			[a, b],
			[titled(a, 'New'), b]
		];
		const current = [told(titled(a, 'New'), 'Told elsewhere'), titled(b, 'Elsewhere'), c];
		expect(transplant(current, after, before)).toEqual([
			told(a, 'Told elsewhere'),
			titled(b, 'Elsewhere'),
			c
		]);
	});

	test('brings a deleted scene back to its place', () => {
		expect(ids(transplant([a, c], [a, c], [a, b, c]))).toEqual(['own-a', 'own-b', 'own-c']);
		expect(ids(transplant([c], [c], [b, c]))).toEqual(['own-b', 'own-c']);
	});

	test('does not take a scene away that another tab has changed since', () => {
		expect(transplant([a, b], [a, b], [a])).toEqual([a]);
		expect(transplant([a, titled(b, 'Mine')], [a, b], [a])).toEqual([a, titled(b, 'Mine')]);
	});

	test('moves scenes back and leaves new ones', () => {
		expect(ids(transplant([b, a, c], [b, a], [a, b]))).toEqual(['own-a', 'own-b', 'own-c']);
	});

	test('takes no reading away that came meanwhile', () => {
		const mine = withCheck(a, 'en', RUNGS);
		const both = withCheck(mine, 'en', RUNGS);
		expect(transplant([both], [mine], [a])).toEqual([{ ...a, checks: both.checks.slice(1) }]);
	});

	test('takes back an option that was added', () => {
		const more = { ...a, rungs: null };
		expect(transplant([more], [more], [a])).toEqual([a]);
	});
});
