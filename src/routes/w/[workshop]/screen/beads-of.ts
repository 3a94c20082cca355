import type { ScenePicture } from '$lib/group';

/** More would be too small to be told apart. */
const MOST_BEADS = 40;

type Shares = Extract<ScenePicture, { kind: 'shares' }>;

/** Returns how many people chose each rung, to draw one bead each; null where they are too many. */
export function beadsOf({ count, shares }: Shares): readonly number[] | null {
	// Below a hundred people whole per cents tell the counts.
	return count > MOST_BEADS ? null : shares.map((share) => Math.round((share * count) / 100));
}
