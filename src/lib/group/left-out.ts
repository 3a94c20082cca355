import {
	DIMENSIONS,
	formOfScenes,
	isScored,
	KEY_VERSION,
	scenarioOf,
	type Dimension,
	type SceneId
} from '../questions';
import { FEWEST_SCENES } from './counted-scenes';
import { hasPlaces } from './parts';
import { stepOn, type GroupPicture } from './picture';

/** What these scenes cannot show, even where everybody answers all of them. */
export type LeftOut = {
	/** `zones`: a bead shows a zone and no finer place. Null where nothing is left out. */
	string: 'none' | 'zones' | null;
	/** That have too few scenes for a string of their own. */
	dimensions: readonly Dimension[];
	/** The answers that a result of one's own takes; null where there are as many scenes. */
	resultFrom: number | null;
	ownDimensions: boolean;
};

const COARSEST = 25;

export function leftOutWith(asked: readonly SceneId[]): LeftOut {
	const scenes = asked.filter(isScored);
	const { minimumAnswers, minimumPerDimension } = formOfScenes(scenes, scenes.length, KEY_VERSION);
	const count = (dimension: Dimension) =>
		scenes.filter((scene) => scenarioOf(scene).dimension === dimension).length;
	return {
		string: scenes.length < FEWEST_SCENES ? 'none' : stepOn(scenes.length) === COARSEST ? 'zones' : null,
		dimensions: DIMENSIONS.filter((dimension) => count(dimension) < FEWEST_SCENES),
		resultFrom: scenes.length < minimumAnswers ? minimumAnswers : null,
		ownDimensions: minimumPerDimension === null
	};
}

/** `place`: a bead on the string, and no result of one's own. */
export type OwnEnd = 'nothing' | 'place' | 'result';

/** Returns what there is at the end for whoever has answered enough of these scenes. */
export function ownEndOf(asked: readonly SceneId[], picture: GroupPicture | null): OwnEnd {
	if (leftOutWith(asked).resultFrom === null) return 'result';
	return picture && hasPlaces(picture.overall) ? 'place' : 'nothing';
}
