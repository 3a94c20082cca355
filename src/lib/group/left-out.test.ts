import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIMENSIONS, FORMS, formOfScenes, KEY_VERSION, type Rung, type ScenarioId } from '../questions';
import { score } from '../scoring';
import { leftOutWith, ownEndOf } from './left-out';
import { pictureGroup, placeOf, type SpreadPicture } from './picture';

/** Everybody answers everything, in many ways. */
function shownWith(scenes: readonly ScenarioId[], count = 25) {
	const people = Array.from({ length: count }, (_, i) =>
		Object.fromEntries(scenes.map((scene, j) => [scene, ((i + j * (i % 3) + ((i * i) % 7)) % 5) as Rung]))
	);
	const room = pictureGroup(people, scenes, 5);
	return {
		room,
		place: placeOf(people[0] ?? {}, room),
		own: score(people[0] ?? {}, formOfScenes(scenes, scenes.length, KEY_VERSION))
	};
}

const isShown = ({ kind }: SpreadPicture) => kind === 'spread' || kind === 'nearlyAll';

const some = fc.shuffledSubarray([...FORMS.full.scenarioIds], { minLength: 1, maxLength: 12 });

describe('what some scenes cannot show', () => {
	test('is what the pictures and the scores then lack', () => {
		fc.assert(
			fc.property(some, (scenes) => {
				const { string, dimensions, resultFrom, ownDimensions } = leftOutWith(scenes);
				const { room, own } = shownWith(scenes);
				expect(isShown(room.overall)).toBe(string !== 'none');
				if (string !== 'none') expect(room.step === 25).toBe(string === 'zones');
				const lacking = DIMENSIONS.filter((dimension) => !isShown(room.dimensions[dimension]));
				expect(lacking).toEqual(dimensions);
				expect(own === null).toBe(resultFrom !== null);
				if (own) expect(Object.keys(own.dimensions).length === 0).toBe(ownDimensions);
			}),
			{ numRuns: 60 }
		);
	});

	test('is nothing of all of them', () => {
		expect(leftOutWith(FORMS.full.scenarioIds)).toEqual({
			string: null,
			dimensions: [],
			resultFrom: null,
			ownDimensions: false
		});
	});
});

describe('what there is on a phone at the end', () => {
	test.each([
		{ scenes: 0, people: 25, end: 'nothing' },
		{ scenes: 1, people: 25, end: 'nothing' },
		{ scenes: 2, people: 25, end: 'nothing' },
		{ scenes: 3, people: 4, end: 'nothing' },
		{ scenes: 3, people: 25, end: 'place' },
		{ scenes: 4, people: 4, end: 'result' },
		{ scenes: 4, people: 25, end: 'result' },
		{ scenes: 20, people: 25, end: 'result' }
	])('is $end after $scenes scenes of the quiz with $people people', ({ scenes, people, end }) => {
		const asked = FORMS.full.scenarioIds.slice(0, scenes);
		const { room, place, own } = shownWith(asked, people);
		expect(ownEndOf([...asked, 'own-tea'], room)).toBe(end);
		expect(own ? 'result' : place === null ? 'nothing' : 'place').toBe(end);
	});
});
