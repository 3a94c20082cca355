import type { SceneId } from '../questions';
import type { GroupPicture, SpreadPicture } from './picture';

/** What is shown of a revealed scene, one after the other. */
export const SCENE_PARTS = ['picture', 'ladder', 'question'] as const;
export type ScenePart = (typeof SCENE_PARTS)[number];

/** What is shown of a scene that was asked again: both pictures, then how many moved. */
export const AGAIN_PARTS = ['again', 'moved'] as const;
export type AgainPart = (typeof AGAIN_PARTS)[number];

/** What is shown at the end, one after the other. */
export const END_PARTS = ['string', 'dimensions', 'splits', 'own'] as const;
export type EndPart = (typeof END_PARTS)[number];

export type Part = ScenePart | AgainPart | EndPart;

/** Returns the parts of an end that have something to show. */
export function endPartsOf({ overall, dimensions, splits }: GroupPicture): EndPart[] {
	const has: Record<EndPart, boolean> = {
		string: hasPlaces(overall),
		dimensions: Object.values(dimensions).some(hasPlaces),
		splits: mostSplit(splits).length > 0,
		own: true
	};
	return END_PARTS.filter((part) => has[part]);
}

/** A list to talk about, not a ranking to read through. */
const MOST = 3;

/** Returns the scenes that split a room most, the first most of all; none that did not split it. */
export function mostSplit(splits: GroupPicture['splits']): SceneId[] {
	return splits
		.filter(({ split }) => split > 0)
		.slice(0, MOST)
		.map(({ scene }) => scene);
}

export function hasPlaces({ kind }: SpreadPicture): boolean {
	return kind === 'spread' || kind === 'nearlyAll';
}
