import fc from 'fast-check';
import { LANGUAGES } from '../languages';
import { RUNGS } from '../questions';
import { emptyWords, LONGEST, OPTIONS, visible, withCheck, type OwnScene } from '.';

const text = (most: number) =>
	fc.string({ unit: 'grapheme', maxLength: 40 }).map((typed) => visible(typed).slice(0, most));

const aWording = (count: number) =>
	fc.record({
		title: text(LONGEST.title),
		who: text(LONGEST.who),
		stem: text(LONGEST.stem),
		question: text(LONGEST.question),
		options: fc.array(
			fc.record({ text: text(LONGEST.option), gives: text(LONGEST.gives), costs: text(LONGEST.costs) }),
			{ minLength: count, maxLength: count }
		),
		discussion: text(LONGEST.discussion),
		otherSide: text(LONGEST.otherSide)
	});

/** Any scene that a file may hold, drafts and checks included. */
export const aScene: fc.Arbitrary<OwnScene> = fc
	.record({
		id: fc.stringMatching(/^own-[a-z0-9]{6,12}$/) as fc.Arbitrary<OwnScene['id']>,
		languages: fc.subarray([...LANGUAGES], { minLength: 1 }),
		count: fc.integer({ min: OPTIONS.fewest, max: OPTIONS.most })
	})
	.chain(({ id, languages, count }) =>
		fc
			.record({
				rungs: fc.option(fc.shuffledSubarray([...RUNGS], { minLength: count, maxLength: count })),
				words: fc.tuple(...languages.map(() => aWording(count))),
				reader: fc.option(fc.stringMatching(/^[a-z0-9]{12}$/))
			})
			.map(({ rungs, words, reader }): OwnScene => {
				const language = languages[0] ?? 'en';
				const scene: OwnScene = {
					id,
					language,
					rungs,
					words: Object.fromEntries(languages.map((one, i) => [one, words[i] ?? emptyWords(count)])),
					checks: []
				};
				return reader && rungs ? withCheck(scene, language, [null, ...rungs.slice(1)], reader) : scene;
			})
	);

export const someScenes = fc.uniqueArray(aScene, { selector: ({ id }) => id, maxLength: 6 });
