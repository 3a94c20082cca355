import { describe, expect, test } from 'vitest';
import { FORMS, formOf, formOfScenes, isFormId } from './forms';

const { full, short } = FORMS;

describe('the form that a workshop’s scenes can give a result of', () => {
	test.each([
		['all scenes and enough answers', full.scenarioIds, 16, 'full'],
		['all scenes and an answer too few for the full form', full.scenarioIds, 15, 'picked'],
		['the ten scenes of the short form', short.scenarioIds, 8, 'short'],
		['these in another order', short.scenarioIds.toReversed(), 10, 'short'],
		['these with an answer too few', short.scenarioIds, 7, 'picked'],
		[
			'ten scenes of which one is not of the short form',
			[...short.scenarioIds.slice(1), 'van-dealer'],
			10,
			'picked'
		],
		['all but one', full.scenarioIds.slice(1), 19, 'picked']
	] as const)('with %s', (_, scenes, answered, form) => {
		expect(formOfScenes(scenes, answered, 2)).toBe(FORMS[form]);
	});

	test('is of the version that they were asked in', () => {
		const old = formOf('short', 1);
		expect(formOfScenes(old.scenarioIds, 10, 1)).toBe(old);
		expect(formOfScenes(old.scenarioIds, 10, 2).id).toBe('picked');
	});
});

test('a form that can be chosen is the full or the short one', () => {
	expect(['full', 'short', 'picked', '', 'toString'].filter(isFormId)).toEqual(['full', 'short']);
});
