import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS, SAYING_KINDS, type Rung, type SayingKind, type ScenarioId } from '../questions';
import { answered, scorable } from './answers.arbitrary';
import { scenesToSay } from './sayings';

const form = FORMS.full;
const [a, b, c, d] = form.scenarioIds as [ScenarioId, ScenarioId, ScenarioId, ScenarioId];
const everywhere = () => 'ask' as const;

describe('the scenes for which a sentence is offered', () => {
	test('are those at the ends, rung 0 before 4 before 1', () => {
		expect(scenesToSay(answered(form, [1, 4, 0, 2]), form, everywhere)).toEqual([c, b, a]);
	});

	test('are of several kinds where there are several', () => {
		const kinds: Partial<Record<ScenarioId, SayingKind>> = { [a]: 'no', [b]: 'no', [c]: 'no', [d]: 'deal' };
		expect(scenesToSay(answered(form, [0, 0, 0, 1]), form, (scene) => kinds[scene])).toEqual([a, d, b]);
	});

	test('are two others where nothing lies at an end', () => {
		expect(scenesToSay(answered(form, [2, 3, 2, 3]), form, everywhere)).toEqual([a, b]);
		expect(scenesToSay(answered(form, [2, 3, 0, 3]), form, everywhere)).toEqual([c, a]);
		expect(scenesToSay(answered(form, [0, 2, 3]), form, everywhere)).toEqual([a, b]);
	});

	test('are never ones that were skipped', () => {
		expect(scenesToSay(answered(form, [null, 2, 3]), form, everywhere)).toEqual([b, c]);
	});

	test('are none where no scene has a sentence', () => {
		expect(scenesToSay(answered(form, Array<Rung>(20).fill(0)), form, () => undefined)).toEqual([]);
	});

	test('are different, answered, and no more than three, whatever was answered', () => {
		const kinds = fc.array(fc.option(fc.constantFrom(...SAYING_KINDS), { nil: undefined }), {
			minLength: 20,
			maxLength: 20
		});
		fc.assert(
			fc.property(scorable, kinds, ({ form, answers }, kinds) => {
				const kindOf = (scene: ScenarioId) => kinds[form.scenarioIds.indexOf(scene)];
				const scenes = scenesToSay(answers, form, kindOf);
				expect(new Set(scenes).size).toBe(scenes.length);
				expect(scenes.length).toBeLessThanOrEqual(3);
				for (const scene of scenes) {
					expect(answers[scene]).toBeDefined();
					expect(kindOf(scene)).toBeDefined();
				}
			})
		);
	});
});
