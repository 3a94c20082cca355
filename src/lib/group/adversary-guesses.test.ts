import { describe, expect, it } from 'vitest';
import { RUNGS, seededRandom, type Rung } from '../questions';
import { countRungs, type Counts } from './counts';
import { pictureGuesses } from './guesses';
import { pictureScene, type ScenePicture } from './picture';

type Person = { answer: Rung; guess: Rung | null };
type Rule = (people: readonly Person[], smallestGroup: number) => unknown;

const SMALLEST = 3;
const FEW_RUNGS: readonly Rung[] = [0, 2, 4];

const guessesOf = (people: readonly Person[]) => people.flatMap(({ guess }) => guess ?? []);
const answersOf = (people: readonly Person[]) => people.map(({ answer }) => answer);

/** What leaves the server of a revealed scene, counts of people included. */
const shownOf: Rule = (people, smallestGroup) => {
	const answers = pictureScene(countRungs(answersOf(people)), smallestGroup);
	const guesses = countRungs(guessesOf(people));
	return [people.length, guessesOf(people).length, answers, pictureGuesses(guesses, answers, smallestGroup)];
};

/** What comes to mind: how many expected what they chose themselves, option by option. */
const crossed: Rule = (people, smallestGroup) => [
	shownOf(people, smallestGroup),
	RUNGS.map((rung) => people.filter(({ answer, guess }) => answer === rung && guess === rung).length)
];

/** How answers and guesses of the group look where guesses are nobody's business: by what is shown of answers alone. */
const answersAlone: Rule = (people, smallestGroup) =>
	pictureScene(countRungs(answersOf(people)), smallestGroup);

function* listsOf<T>(things: readonly T[], size: number): Generator<T[]> {
	if (size === 0) yield [];
	else for (const rest of listsOf(things, size - 1)) for (const thing of things) yield [thing, ...rest];
}

/**
 * Looks at every group of some who guess and some who do not, whom the room tells apart: in how many the answers of the smaller part, or
 * the guesses of few, are the same in all that look alike, where answers alone do not tell them.
 */
function exhaust(shape: { guess: number; skip: number }, rule: Rule, rungs = FEW_RUNGS) {
	const looks = new Map<
		string,
		{ groups: number; answers: Set<string>; guesses: Set<string>; alone: string }
	>();
	const alone = new Map<string, Set<string>>();
	const known = shape.skip > 0 && shape.skip < SMALLEST ? shape.skip : Math.min(shape.guess, SMALLEST - 1);
	for (const answers of listsOf(rungs, shape.guess + shape.skip))
		for (const guesses of listsOf(rungs, shape.guess)) {
			const people = answers.map((answer, i): Person => ({ answer, guess: guesses[i] ?? null }));
			const few = shape.skip > 0 && shape.skip < SMALLEST ? people.slice(-known) : people.slice(0, known);
			const own = answersOf(few).sort().join(' ');
			const look = JSON.stringify(rule(people, SMALLEST));
			const without = JSON.stringify(answersAlone(people, SMALLEST));
			const seen = looks.get(look) ?? { groups: 0, answers: new Set(), guesses: new Set(), alone: without };
			seen.groups += 1;
			seen.answers.add(own);
			seen.guesses.add(
				guesses
					.slice(0, SMALLEST - 1)
					.sort()
					.join(' ')
			);
			looks.set(look, seen);
			alone.set(without, (alone.get(without) ?? new Set()).add(own));
		}
	const found = { groups: 0, answers: 0, guesses: 0 };
	for (const seen of looks.values()) {
		found.groups += seen.groups;
		if (seen.answers.size === 1 && (alone.get(seen.alone)?.size ?? 0) > 1) found.answers += seen.groups;
		if (seen.guesses.size === 1 && shape.guess > 0) found.guesses += seen.groups;
	}
	return found;
}

describe('somebody who knows who guessed, and has the pictures of answers and of guesses', () => {
	it.each([
		['one of five does not guess', { guess: 4, skip: 1 }],
		['two of five do not guess', { guess: 3, skip: 2 }],
		['two of five guess', { guess: 2, skip: 3 }],
		['all four guess', { guess: 4, skip: 0 }]
	])('works no answer and no guess of few back where %s', (_, shape) => {
		const now = exhaust(shape, shownOf);
		expect(now.groups).toBe(3 ** (2 * shape.guess + shape.skip));
		expect(now).toMatchObject({ answers: 0, guesses: 0 });
	});

	it.each([
		['one of six does not guess', { guess: 5, skip: 1 }],
		['two of six do not guess', { guess: 4, skip: 2 }],
		['all five guess', { guess: 5, skip: 0 }]
	])('works none back of a scene with two options, as a host may write it, where %s', (_, shape) => {
		const now = exhaust(shape, shownOf, [0, 1]);
		expect(now.groups).toBe(2 ** (2 * shape.guess + shape.skip));
		expect(now).toMatchObject({ answers: 0, guesses: 0 });
	});

	it('would do so if it were told who expected what they chose', () => {
		const found = exhaust({ guess: 4, skip: 1 }, crossed);
		console.info(`told how guesses go with answers: ${found.answers} of ${found.groups} groups determined`);
		expect(found.answers).toBeGreaterThan(0);
	});

	it('is seldom right in taking guesses for answers of the same people', () => {
		const random = seededRandom(18);
		const below = (count: number) => Math.floor(random() * count);
		const found = { rooms: 0, possible: 0, right: 0 };
		for (let room = 0; room < 2_000; room += 1) {
			const people = Array.from({ length: 7 + below(14) }, (_, i): Person => {
				const answer = below(5) as Rung;
				// Half expect others to choose as they did.
				return { answer, guess: i < 1 ? null : random() < 0.5 ? answer : (below(5) as Rung) };
			});
			const [, , answers, guesses] = shownOf(people, 5) as [number, number, ScenePicture, ScenePicture];
			if (answers.kind !== 'shares' || guesses.kind !== 'shares') continue;
			found.rooms += 1;
			const left = leftOver(countRungs(answersOf(people)), countRungs(guessesOf(people)));
			if (left === null) continue;
			found.possible += 1;
			if (left === people[0]?.answer) found.right += 1;
		}
		console.info(
			`one does not guess, ${found.rooms} rooms: guesses could be the answers of the others in ${found.possible}, rightly in ${found.right}`
		);
		expect(found.rooms).toBeGreaterThan(1_000);
		expect(found.right).toBeLessThan(0.05 * found.rooms);
	});
});

/** The rung of the one answer that no guess stands for; null where guesses are others than answers. */
function leftOver(answers: Counts, guesses: Counts): Rung | null {
	if (RUNGS.some((rung) => guesses[rung] > answers[rung])) return null;
	return RUNGS.find((rung) => answers[rung] > guesses[rung]) ?? null;
}
