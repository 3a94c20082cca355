import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS, type Rung } from '../questions';
import { rungs } from '../scoring/answers.arbitrary';
import { countRungs, type Counts } from './counts';
import { favouriteOf, pictureGuesses, type Favourite } from './guesses';
import { pictureScene, type ScenePicture } from './picture';
import { orderOf } from './responses.arbitrary';

const smallestGroups = fc.integer({ min: 3, max: 20 });

const anyCounts = fc
	.array(fc.oneof(fc.constant(0), fc.nat({ max: 6 }), fc.nat({ max: 300 })), { minLength: 5, maxLength: 5 })
	.map((counts) => counts as unknown as Counts);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const shares = (...counts: [number, number, number, number, number]) => pictureScene(counts, 3);

describe('the picture of guesses', () => {
	it('keeps to the rules of answers, where answers tell anything', () => {
		let told = 0;
		fc.assert(
			fc.property(anyCounts, anyCounts, smallestGroups, (guesses, answers, smallestGroup) => {
				const answered = pictureScene(answers, smallestGroup);
				const guessed = pictureGuesses(guesses, answered, smallestGroup);
				if (answered.kind !== 'few') told += 1;
				expect(guessed).toStrictEqual(
					answered.kind === 'few' ? answered : pictureScene(guesses, smallestGroup)
				);
			})
		);
		expect(told).toBeGreaterThan(20);
	});

	it('is the same whatever those who tell something answered', () => {
		fc.assert(
			fc.property(anyCounts, anyCounts, anyCounts, (guesses, some, others) => {
				const pictures = [some, others].map((answers) => pictureScene(answers, 3));
				fc.pre(pictures.every(({ kind }) => kind !== 'few'));
				const [one, another] = pictures.map((answers) => pictureGuesses(guesses, answers, 3));
				expect(one).toStrictEqual(another);
			})
		);
	});

	it('does not tell of one who guessed otherwise than all others', () => {
		fc.assert(
			fc.property(smallestGroups, rungs, rungs, (smallestGroup, one, many) => {
				const guesses = countRungs([one, ...Array<Rung>(smallestGroup - 1).fill(many)]);
				const answers = pictureScene([9, 9, 9, 9, 9], smallestGroup);
				const picture = pictureGuesses(guesses, answers, smallestGroup);
				expect(picture).toStrictEqual({ kind: 'nearlyAll', rung: many });
			})
		);
	});
});

describe('what stands out in a picture', () => {
	it.each<[string, ScenePicture, Favourite | null]>([
		['too few', { kind: 'few' }, null],
		['nearly all', { kind: 'nearlyAll', rung: 3 }, { rungs: [3], part: 'nearlyAll', inTen: null }],
		['seven in ten', shares(0, 7, 2, 1, 0), { rungs: [1], part: 'most', inTen: 7 }],
		['just half', shares(5, 2, 2, 1, 0), { rungs: [0], part: 'largest', inTen: 5 }],
		['two of five', shares(1, 1, 2, 1, 0), { rungs: [2], part: 'largest', inTen: 4 }],
		['two alike', shares(0, 4, 0, 4, 1), { rungs: [1, 3], part: 'tied', inTen: 4 }],
		['five alike', shares(2, 2, 2, 2, 2), { rungs: [0, 1, 2, 3, 4], part: 'tied', inTen: 2 }],
		['all but two', shares(0, 0, 298, 2, 0), { rungs: [2], part: 'most', inTen: 9 }]
	])('of %s', (_, picture, favourite) => expect(favouriteOf(picture)).toStrictEqual(favourite));

	it('has no smaller share than any other rung, and all rungs of that share', () => {
		let tied = 0;
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const picture = pictureScene(counts, 3);
				const favourite = favouriteOf(picture);
				if (picture.kind !== 'shares' || !favourite) return;
				const largest = Math.max(...picture.shares);
				expect(favourite.rungs).toStrictEqual(RUNGS.filter((rung) => picture.shares[rung] === largest));
				expect(favourite.inTen).toBeGreaterThanOrEqual(2);
				if (favourite.part === 'tied') tied += 1;
				if (favourite.part === 'most') expect(2 * Math.max(...counts)).toBeGreaterThan(sumOf(counts));
			}),
			{ numRuns: 1_000 }
		);
		expect(tied).toBeGreaterThan(5);
	});

	it('follows the options, in whatever order these stand', () => {
		fc.assert(
			fc.property(anyCounts, orderOf(5), (counts, order) => {
				const moved = RUNGS.map((rung) => counts[order[rung] as Rung]) as unknown as Counts;
				const [favourite, other] = [counts, moved].map((of) => favouriteOf(pictureScene(of, 3)));
				expect(other?.rungs.map((rung) => order[rung]).sort()).toStrictEqual(favourite?.rungs.toSorted());
				expect(other?.part).toBe(favourite?.part);
			})
		);
	});
});
