import { describe, expect, test } from 'vitest';
import { endPartsOf, hasPlaces, mostSplit } from './parts';
import type { GroupPicture } from './picture';

const few = { kind: 'few' } as const;
const alike = { kind: 'nearlyAll', place: 50 } as const;
const spread = { kind: 'spread', places: [], quarters: null, middleZone: 50 } as const;
const nothing: GroupPicture = {
	...{ shown: 0, counted: [], missed: [], step: 25, overall: few, splits: [] },
	dimensions: { filter: few, strings: few, pull: few, candour: few }
};

test('a string has places where they are spread or nearly all alike', () => {
	expect([few, { kind: 'fewScenes' } as const, alike, spread].map(hasPlaces)).toEqual([
		false,
		false,
		true,
		true
	]);
});

describe('the end', () => {
	test.each([
		['nothing but one’s own', {}, ['own']],
		['the string', { overall: spread }, ['string', 'own']],
		['one dimension', { dimensions: { ...nothing.dimensions, pull: alike } }, ['dimensions', 'own']],
		['a scene that split', { splits: [{ scene: 'thin-post', split: 0.1 }] }, ['splits', 'own']],
		['no scene that split nobody', { splits: [{ scene: 'thin-post', split: 0 }] }, ['own']]
	] as const)('shows %s', (_, picture, parts) => {
		expect(endPartsOf({ ...nothing, ...picture })).toEqual(parts);
	});

	test('names the three scenes that split most', () => {
		const scenes = ['free-audit', 'thin-post', 'own-tea', 'van-dealer'] as const;
		const splits = scenes.map((scene, i) => ({ scene, split: 0.9 - i / 10 }));
		expect(mostSplit(splits)).toEqual(['free-audit', 'thin-post', 'own-tea']);
		expect(mostSplit(splits.slice(0, 1))).toEqual(['free-audit']);
	});
});
