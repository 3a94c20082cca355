import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, isScored, LANGUAGES, type OwnSceneId, type Rung, type SceneId } from '../questions';
import { rungs } from '../scoring/answers.arbitrary';
import { reliabilityByLanguage } from './by-language';
import type { Replies } from './counted-scenes';
import { leftOutWith } from './left-out';
import { pictureGroup, placeOf } from './picture';
import { anonymousRows } from './rows';
import { RELIABILITY_FROM } from './report';
import { pictureShift } from './shift';

const OWN: OwnSceneId[] = ['own-one', 'own-two', 'own-three', 'own-four'];

/** Scenes of both kinds in any order; at least one of them is scored. */
const someScenes = fc
	.tuple(fc.subarray([...FORMS.short.scenarioIds], { minLength: 1 }), fc.subarray(OWN))
	.chain(([ours, own]) =>
		fc.shuffledSubarray<SceneId>([...ours, ...own], { minLength: ours.length + own.length })
	);

/** Away, sat out, or a rung. */
const reply = fc.option(fc.option(rungs, { freq: 9 }), { freq: 9, nil: undefined });

const group = (people: number) =>
	someScenes.chain((scenes) =>
		fc.record({
			scenes: fc.constant(scenes),
			people: fc.array(
				fc.tuple(...scenes.map(() => reply)).map((replies) => repliesOf(scenes, replies)),
				{ minLength: people, maxLength: people + 8 }
			),
			smallestGroup: fc.integer({ min: 3, max: 4 })
		})
	);

function repliesOf(scenes: readonly SceneId[], replies: readonly (Rung | null | undefined)[]): Replies {
	const given = scenes.map((scene, i) => [scene, replies[i]] as const);
	return Object.fromEntries(given.filter(([, reply]) => reply !== undefined));
}

const without = (replies: Replies): Replies =>
	Object.fromEntries(Object.entries(replies).filter(([scene]) => isScored(scene as SceneId)));

describe('scenes that a host wrote', () => {
	it('change no figure of the group, and no place of a person', () => {
		fc.assert(
			fc.property(group(4), ({ scenes, people, smallestGroup }) => {
				const { splits, ...mixed } = pictureGroup(people, scenes, smallestGroup);
				const ours = scenes.filter(isScored);
				const alone = people.map(without);
				const { splits: ourSplits, ...plain } = pictureGroup(alone, ours, smallestGroup);
				expect(mixed).toEqual(plain);
				expect(splits.filter(({ scene }) => isScored(scene))).toEqual(ourSplits);
				expect(people.map((replies) => placeOf(replies, mixed))).toEqual(
					alone.map((replies) => placeOf(replies, plain))
				);
				const rowsOf = (all: readonly Replies[]) =>
					anonymousRows(all, { ...plain, splits: ourSplits }, () => 0.5);
				expect(rowsOf(people)).toEqual(rowsOf(alone));
			})
		);
	});

	it('move nobody from one round to the next', () => {
		fc.assert(
			fc.property(group(6), ({ scenes, people, smallestGroup }) => {
				const shiftIn = (all: readonly Replies[], asked: readonly SceneId[]) => {
					const first = pictureGroup(all, asked, smallestGroup);
					const among = first.counted.map(({ scene }) => scene);
					const after = all.toReversed();
					const second = pictureGroup(after, asked, smallestGroup, among.length > 0 ? among : undefined);
					const twice = all.map((replies, i) => ({ first: replies, second: after[i] ?? {} }));
					return pictureShift(twice, first, second, smallestGroup);
				};
				expect(shiftIn(people, scenes)).toEqual(shiftIn(people.map(without), scenes.filter(isScored)));
			})
		);
	});

	it('are in no reliability', () => {
		fc.assert(
			fc.property(group(RELIABILITY_FROM), ({ scenes, people, smallestGroup }) => {
				const inLanguage = (all: readonly Replies[]) =>
					new Map(LANGUAGES.map((language, i) => [language, i === 0 ? all : []]));
				expect(reliabilityByLanguage(inLanguage(people), scenes, smallestGroup)).toEqual(
					reliabilityByLanguage(inLanguage(people.map(without)), scenes.filter(isScored), smallestGroup)
				);
			}),
			{ numRuns: 30 }
		);
	});

	it('make up for none that are missing', () => {
		fc.assert(
			fc.property(someScenes, (scenes) => {
				expect(leftOutWith(scenes)).toEqual(leftOutWith(scenes.filter(isScored)));
			})
		);
	});

	it('bear no string by themselves, and are told as too few scenes', () => {
		const people = Array.from({ length: 9 }, (_, i) =>
			Object.fromEntries(OWN.map((scene) => [scene, (i % 5) as Rung]))
		);
		const { overall, counted, splits } = pictureGroup(people, OWN, 3);
		expect([overall.kind, counted, splits.length]).toEqual(['fewScenes', [], OWN.length]);
	});
});
