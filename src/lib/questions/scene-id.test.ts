import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	isOwnSceneId,
	isSceneId,
	isScored,
	scenarioOf,
	ScenarioIdSchema,
	SceneIdSchema,
	type SceneId,
	type ScenarioId
} from '.';

const longest = `own-${'x'.repeat(44)}`;

describe('the id of a scene', () => {
	test.each(['thin-post', 'silent-launch'])('names one of ours, which is scored: %s', (id) => {
		expect([isScored(id as SceneId), isOwnSceneId(id), isSceneId(id)]).toEqual([true, false, true]);
		expect(v.is(ScenarioIdSchema, id)).toBe(true);
	});

	test.each(['own-a', 'own-0-b2', longest])('names one that a host wrote, which is not scored: %s', (id) => {
		expect([isScored(id as SceneId), isOwnSceneId(id), isSceneId(id)]).toEqual([false, true, true]);
		expect(v.is(ScenarioIdSchema, id)).toBe(false);
	});

	test.each([
		'',
		'own',
		'own-',
		'own-A',
		'own-a-',
		'own-a--b',
		'an-own-a',
		'own-a ',
		'toString',
		longest + 'x'
	])('is nobody’s: %j', (id) => {
		expect([isScored(id as SceneId), isOwnSceneId(id), isSceneId(id)]).toEqual([false, false, false]);
	});

	test('is a text, not what reads like one', () => {
		expect(v.is(SceneIdSchema, 'own-a')).toBe(true);
		expect(v.is(SceneIdSchema, ['own-a'])).toBe(false);
		expect(v.is(SceneIdSchema, 'own-A')).toBe(false);
	});
});

test('a scene that no version of the key has is refused', () => {
	expect(scenarioOf('silent-launch').number).toBe(8);
	expect(() => scenarioOf('nobody' as ScenarioId)).toThrow(RangeError);
});
