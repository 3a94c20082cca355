import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, RUNGS } from '../questions';
import {
	agreementOn,
	blindOrder,
	emptyScene,
	fingerprint,
	isCheckable,
	isStale,
	isUnchecked,
	isWhole,
	missingIn,
	MOST_CHECKS,
	newId,
	isOwnSceneId,
	optionCount,
	ownWords,
	withCheck,
	withLanguage,
	withOption,
	withoutLanguage,
	withoutOption,
	withRung,
	withRungs,
	wordsFor,
	writeScenes,
	type OwnScene
} from '.';
import { aScene } from './own-scenes.arbitrary';
import { readScenes } from './read-file';

const draft = emptyScene('own-draft', 'en');
const reverse = RUNGS.toReversed();

const retold = (scene: OwnScene): OwnScene => ({
	...scene,
	words: { ...scene.words, [scene.language]: { ...ownWords(scene), stem: `${ownWords(scene).stem}!` } }
});

describe('whatever is done to a scene', () => {
	const steps: ((scene: OwnScene, n: number) => OwnScene)[] = [
		(scene) => withOption(scene),
		(scene, n) => withoutOption(scene, n % optionCount(scene)),
		(scene, n) => withRung(scene, n % optionCount(scene), RUNGS[n % 5] ?? 0),
		(scene, n) => withRungs(scene, n % 2 === 0),
		(scene, n) => withLanguage(scene, LANGUAGES[n % LANGUAGES.length] ?? 'en'),
		(scene, n) => withoutLanguage(scene, LANGUAGES[n % LANGUAGES.length] ?? 'en'),
		(scene) => (scene.rungs ? withCheck(scene, scene.language, scene.rungs) : scene)
	];

	test('leaves one that a file may hold', () => {
		fc.assert(
			fc.property(aScene, fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(60))), (scene, walk) => {
				const end = walk.reduce((held, [step, n]) => steps[step]?.(held, n) ?? held, scene);
				expect(readScenes(writeScenes([end]))).toEqual({ ok: true, scenes: [end] });
			}),
			{ numRuns: 80 }
		);
	});
});

describe('a scene', () => {
	test('is whole with a title, a story and all options in each of its languages', () => {
		expect(missingIn(draft)).toHaveLength(7);
		const words = {
			...ownWords(draft),
			title: 'T',
			stem: 'S',
			options: RUNGS.map((n) => ({ text: `${n}`, gives: '', costs: '' }))
		};
		const whole = { ...draft, words: { en: words } };
		expect(isWhole(whole)).toBe(true);
		expect(missingIn(withLanguage(whole, 'es'))).toContainEqual({
			language: 'es',
			field: 'option',
			option: 4
		});
		expect(isWhole({ ...whole, words: { en: { ...words, title: ' ' } } })).toBe(false);
	});

	test('is read in the reader’s language where it has it, else in its own', () => {
		const both = withLanguage(draft, 'ar');
		expect(wordsFor(both, 'ar').language).toBe('ar');
		expect(wordsFor(both, 'es').language).toBe('en');
	});

	test('exchanges rungs, so that no two options stand on one', () => {
		expect(withRung(draft, 0, 4).rungs).toEqual([4, 1, 2, 3, 0]);
		expect(withRung({ ...draft, rungs: [0, 1] }, 1, 3).rungs).toEqual([0, 3]);
	});

	test('gets ids that no scene of the quiz has', () => {
		expect(isOwnSceneId(newId())).toBe(true);
		expect(newId()).not.toBe(newId());
	});
});

describe('a check by somebody else', () => {
	test('counts the options that were put alike and names the others', () => {
		const checked = withCheck(withCheck(draft, 'en', RUNGS), 'en', [1, 0, 2, 3, 4]);
		expect(agreementOn(checked)).toEqual({
			readers: 2,
			alike: 8,
			of: 10,
			differ: [
				{ option: 0, rung: 0, put: [1] },
				{ option: 1, rung: 1, put: [0] }
			]
		});
		expect([isUnchecked(checked), isStale(checked)]).toEqual([false, false]);
	});

	test('may leave an option without a rung, which is not alike', () => {
		const checked = withCheck(draft, 'en', [0, null, 2, 3, 4]);
		expect(agreementOn(checked)).toEqual({
			readers: 1,
			alike: 4,
			of: 5,
			differ: [{ option: 1, rung: 1, put: [null] }]
		});
	});

	test('counts only where something was sorted', () => {
		const checked = withCheck(draft, 'en', [null, null, null, null, null]);
		expect([agreementOn(checked), isUnchecked(checked), isStale(checked)]).toEqual([null, true, false]);
	});

	test('meets the options in an order of which the key says nothing', () => {
		fc.assert(
			fc.property(aScene, (scene) => {
				const order = blindOrder(scene, scene.language);
				expect(order.toSorted()).toEqual(order.map((_, i) => i));
				const turned = { ...scene, rungs: scene.rungs?.toReversed() ?? null };
				expect(blindOrder(turned, scene.language)).toEqual(order);
			}),
			{ numRuns: 30 }
		);
		const orders = Array.from({ length: 40 }, (_, i) =>
			blindOrder({ ...draft, id: `own-${i}` }, 'en').join()
		);
		expect(new Set(orders).size).toBeGreaterThan(20);
	});

	test('meets them in another order than the reader before', () => {
		const orders = Array.from({ length: 20 }, () => blindOrder(withCheck(draft, 'en', RUNGS), 'en').join());
		expect(new Set(orders).size).toBeGreaterThan(5);
	});

	test('is asked for where nothing is empty and there are rungs', () => {
		const words = {
			...ownWords(draft),
			title: 'T',
			stem: 'S',
			options: RUNGS.map((n) => ({ text: `${n}`, gives: '', costs: '' }))
		};
		const whole = { ...draft, words: { en: words } };
		expect([draft, whole, withRungs(whole, false)].map(isCheckable)).toEqual([false, true, false]);
	});

	test('no longer counts once words or rungs were changed, and counts again when they are put back', () => {
		const checked = withCheck(draft, 'en', RUNGS);
		const [changed, moved] = [retold(checked), withRung(checked, 0, 1)];
		expect([agreementOn(changed), agreementOn(moved)]).toEqual([null, null]);
		expect([isUnchecked(changed), isStale(changed)]).toEqual([true, true]);
		expect([isUnchecked(draft), isStale(draft)]).toEqual([true, false]);
		expect(agreementOn({ ...changed, words: checked.words })).not.toBeNull();
	});

	test('stays where only what readers did not see was changed', () => {
		const checked = withCheck(draft, 'en', reverse);
		const words = { ...ownWords(checked), title: 'Other', discussion: 'Why?', otherSide: 'I thought so.' };
		expect(agreementOn({ ...checked, words: { en: words } })?.alike).toBe(1);
	});

	test('keeps the latest readings', () => {
		const many = Array.from({ length: MOST_CHECKS + 3 }).reduce<OwnScene>(
			(scene) => withCheck(scene, 'en', RUNGS),
			draft
		);
		expect(agreementOn(many)?.readers).toBe(MOST_CHECKS);
		const other = withCheck(retold(draft), 'en', reverse);
		const mixed = { ...draft, checks: [...many.checks.slice(1), ...other.checks] };
		expect(agreementOn(withCheck(mixed, 'en', RUNGS))?.readers).toBe(MOST_CHECKS);
	});

	test('is nothing that an opinion needs', () => {
		const opinion = withRungs(draft, false);
		expect([agreementOn(opinion), isUnchecked(opinion)]).toEqual([null, false]);
	});

	test('tells texts apart', () => {
		fc.assert(
			fc.property(aScene, (scene) => {
				expect(fingerprint(retold(scene), scene.language)).not.toBe(fingerprint(scene, scene.language));
			})
		);
	});
});
