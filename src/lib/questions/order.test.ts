import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEALER_STORY, FORMS, FORM_IDS, formOf, type Form } from './forms';
import { readsWell, sheetFor, type Sheet } from './order';
import { scenarioOf } from './scenarios';
import { DIMENSIONS, RUNGS, type Rung } from './schema';

const SEEDS = Array.from({ length: 4000 }, (_, seed) => seed);

const anyForm = fc.constantFrom(...FORM_IDS.map((id) => FORMS[id]));
const anySeed = fc.integer();

/** The score of a person who picks, scene by scene, the option at the position that `pick` names. */
function scoreOf(sheet: Sheet, pick: (rungs: readonly Rung[], place: number) => number): number {
	const chosen = sheet.map(({ rungs }, place) => rungs[pick(rungs, place)] ?? Number.NaN);
	return (25 * chosen.reduce((sum, rung) => sum + rung, 0)) / chosen.length;
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where the scenes of the dealer's story stand in a sheet, in the order in which the story is told. */
function storyPlaces(sheet: Sheet, form: Form): number[] {
	const scenes = sheet.map(({ scene }) => scene);
	return DEALER_STORY.filter((id) => form.scenarioIds.includes(id)).map((id) => scenes.indexOf(id));
}

describe('the short form', () => {
	test('has ten scenes of the key, with the four that the article is about', () => {
		const ids = FORMS.short.scenarioIds;
		expect(new Set(ids).size).toBe(10);
		expect(FORMS.full.scenarioIds).toEqual(expect.arrayContaining([...ids]));
		expect(ids).toEqual(
			expect.arrayContaining(['thin-post', 'dealer-host', 'dealer-proposal', 'linkedin-stranger'])
		);
	});

	test('asks at least two of each dimension', () => {
		for (const dimension of DIMENSIONS) {
			const asked = FORMS.short.scenarioIds.filter((id) => scenarioOf(id).dimension === dimension);
			expect(asked.length, dimension).toBeGreaterThanOrEqual(2);
		}
	});
});

describe('a sheet', () => {
	test('shows each scene of its form once, and each rung of a scene once', () => {
		fc.assert(
			fc.property(anyForm, anySeed, (form, seed) => {
				const sheet = sheetFor(form, seed);
				expect(sheet.map(({ scene }) => scene).sort()).toEqual([...form.scenarioIds].sort());
				for (const { rungs } of sheet) expect([...rungs].sort()).toEqual([...RUNGS]);
			})
		);
	});

	test('tells the dealer story in its order', () => {
		fc.assert(
			fc.property(anyForm, anySeed, (form, seed) => {
				const places = storyPlaces(sheetFor(form, seed), form);
				expect(places).toEqual([...places].sort((a, b) => a - b));
			}),
			{ numRuns: 1000 }
		);
	});

	test('opens with the stranger and keeps the first two parts of the story close together', () => {
		fc.assert(
			fc.property(anyForm, anySeed, (form, seed) => {
				const sheet = sheetFor(form, seed);
				expect(sheet[0]?.scene).toBe('linkedin-stranger');
				const [first = NaN, second = NaN] = storyPlaces(sheet, form);
				expect(second - first).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 1000 }
		);
	});

	test('asks about no dimension three times in a row', () => {
		fc.assert(
			fc.property(anyForm, anySeed, (form, seed) => {
				const dimensions = sheetFor(form, seed).map(({ scene }) => scenarioOf(scene).dimension);
				for (const [i, one] of dimensions.entries())
					expect([one, one, one]).not.toEqual(dimensions.slice(i, i + 3));
			}),
			{ numRuns: 1000 }
		);
	});

	test('lets every other scene come anywhere', () => {
		const seen = new Map<string, Set<number>>();
		for (const seed of SEEDS)
			sheetFor(FORMS.full, seed).forEach(({ scene }, place) =>
				seen.set(scene, (seen.get(scene) ?? new Set()).add(place))
			);
		const free = [...seen].filter(
			([id]) => id !== 'linkedin-stranger' && !DEALER_STORY.includes(id as never)
		);
		expect(free.map(([, places]) => places.size)).toEqual(Array(16).fill(19));
	});

	// Frozen: runs that lie on devices go on in this order.
	test.each([
		[
			'short',
			2,
			1,
			`
			linkedin-stranger 04213, designer-fee 42031, thin-post 41302, close-friend 14302
			testimonial 21043, dealer-host 24013, comment-pod 01234, dealer-proposal 12034
			free-audit 03214, client-supplier 31024`
		],
		[
			'full',
			2,
			20260,
			`
			linkedin-stranger 40213, dealer-host 30241, dealer-proposal 03142, comment-pod 23401
			close-friend 40132, designer-fee 10243, free-tool-review 40132, free-audit 40321
			like-sender 21034, review-discount 23041, link-request 01432, thin-post 41023
			van-dealer 31402, testimonial 32041, newsletter-swap 21304, warm-introduction 30421
			speaking-slot 14320, skill-endorsement 01243, charity-thanks 40123, client-supplier 04132`
		],
		[
			'short',
			1,
			1,
			`
			free-audit 20314, testimonial 14302, dealer-host 34210, dealer-proposal 32140
			comment-pod 24013, linkedin-stranger 41032, designer-fee 10432, silent-launch 12403
			thin-post 34201, client-supplier 23410`
		]
	] as const)(
		'of the %s form, version %i, has for seed %i the order that it always had',
		(id, version, seed, order) => {
			const sheet = sheetFor(formOf(id, version), seed).map(
				({ scene, rungs }) => `${scene} ${rungs.join('')}`
			);
			expect(sheet).toEqual(order.match(/[a-z-]+ \d{5}/g));
		}
	);

	test('counts the lowest 32 bits of a seed', () => {
		fc.assert(
			fc.property(anyForm, anySeed, (form, seed) => {
				expect(sheetFor(form, seed + 2 ** 32)).toEqual(sheetFor(form, seed));
			})
		);
	});

	test('differs from seed to seed', () => {
		const sheets = SEEDS.map((seed) => JSON.stringify(sheetFor(FORMS.full, seed)));
		expect(new Set(sheets).size).toBe(SEEDS.length);
	});
});

describe('an order of scenes', () => {
	test.each([
		[true, 'opens with the stranger', ['linkedin-stranger', 'thin-post']],
		[false, 'has the stranger later', ['thin-post', 'linkedin-stranger']],
		[
			true,
			'has one scene between the first parts of the story',
			['dealer-host', 'thin-post', 'dealer-proposal']
		],
		[false, 'has two between', ['dealer-host', 'thin-post', 'free-audit', 'dealer-proposal']],
		[false, 'tells the story backwards', ['dealer-proposal', 'dealer-host']],
		[true, 'has the first part alone', ['dealer-host', 'thin-post', 'free-audit']],
		[true, 'has the second part alone', ['thin-post', 'free-audit', 'dealer-proposal']],
		[false, 'has three of a dimension', ['thin-post', 'van-dealer', 'comment-pod']],
		[false, 'has three of a dimension at its end', ['free-audit', 'thin-post', 'van-dealer', 'comment-pod']],
		[
			true,
			'has another among three of a dimension',
			['thin-post', 'van-dealer', 'free-audit', 'comment-pod']
		],
		[true, 'changes to and fro', ['thin-post', 'free-audit', 'van-dealer', 'speaking-slot']]
	] as const)('reads well (%s) where it %s', (well, _, scenes) => {
		expect(readsWell(scenes)).toBe(well);
	});

	test('is found even for scenes that cannot read well', () => {
		const scenarioIds = ['thin-post', 'van-dealer', 'comment-pod'] as const;
		const scenes = sheetFor({ ...FORMS.picked, scenarioIds }, 1).map(({ scene }) => scene);
		expect(scenes.sort()).toEqual([...scenarioIds].sort());
	});
});

describe('the position of an option', () => {
	test.each([
		['first', 0],
		['last', 4]
	])('gives nothing away: whoever picks the %s one scores 50 on average', (_, position) => {
		for (const id of FORM_IDS) {
			const scores = SEEDS.map((seed) => scoreOf(sheetFor(FORMS[id], seed), () => position));
			expect(Math.abs(average(scores) - 50), id).toBeLessThanOrEqual(1);
		}
	});

	test('picked at random scores 50 on average', () => {
		const picks = fc.sample(fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }), {
			numRuns: SEEDS.length,
			seed: 1
		});
		const scores = SEEDS.map((seed) =>
			scoreOf(sheetFor(FORMS.full, seed), (_, place) => picks[seed]?.[place] ?? Number.NaN)
		);
		expect(Math.abs(average(scores) - 50)).toBeLessThanOrEqual(1);
	});

	test('lets both ends of the scale be reached on any sheet', () => {
		fc.assert(
			fc.property(anyForm, anySeed, (form, seed) => {
				const sheet = sheetFor(form, seed);
				expect(scoreOf(sheet, (rungs) => rungs.indexOf(0))).toBe(0);
				expect(scoreOf(sheet, (rungs) => rungs.indexOf(4))).toBe(100);
			})
		);
	});
});
