import { RUNGS, type Rung } from '../questions';
import type { Counts } from './counts';
import { pictureScene, type ScenePicture } from './picture';

/**
 * How a group guessed what most would choose. A picture of its own: no figure says how guesses go with answers, so subtracting one
 * from the other leaves nobody. Where answers tell nothing and may be asked for again, guesses tell nothing either.
 */
export function pictureGuesses(guesses: Counts, answers: ScenePicture, smallestGroup: number): ScenePicture {
	return answers.kind === 'few' ? { kind: 'few' } : pictureScene(guesses, smallestGroup);
}

/** What stands out in a picture: one rung, or several with the same share. */
export type Favourite = {
	rungs: readonly Rung[];
	/** `most` are more than half, `largest` the largest part of the group, `tied` as many as those of another rung. */
	part: 'nearlyAll' | 'most' | 'largest' | 'tied';
	/** Of ten people, as many as the share of each of these rungs comes to, 2 to 9; null for nearly all. */
	inTen: number | null;
};

/** Goes by shares as they are shown, so that no sentence contradicts its picture. Null of too few. */
export function favouriteOf(picture: ScenePicture): Favourite | null {
	if (picture.kind === 'few') return null;
	if (picture.kind === 'nearlyAll') return { rungs: [picture.rung], part: 'nearlyAll', inTen: null };
	const largest = Math.max(...picture.shares);
	const rungs = RUNGS.filter((rung) => picture.shares[rung] === largest);
	return {
		rungs,
		part: rungs.length > 1 ? 'tied' : largest > 50 ? 'most' : 'largest',
		inTen: Math.min(9, Math.round(largest / 10))
	};
}
