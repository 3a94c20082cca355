import { shuffled, type Rung, type ScenarioId } from '../questions';
import { hasPlace, type Replies } from './counted-scenes';
import type { GroupPicture } from './picture';

/**
 * Rows follow the rules of places: one that told by its gaps whose it is, or that left somebody over when rows are
 * subtracted from a scene's picture, would give answers away. Null where no counted scene has shares.
 * @param random what nobody can guess, or the order can be undone: not `Math.random`
 */
export function anonymousRows(
	people: readonly Replies[],
	{ counted, missed, splits }: Pick<GroupPicture, 'counted' | 'missed' | 'splits'>,
	random: () => number
): { scenes: ScenarioId[]; rows: (Rung | null)[][] } | null {
	const basis = { scenes: counted.map(({ scene }) => scene), missed };
	const scenes = scenesOfRows({ counted, splits });
	if (scenes.length === 0) return null;
	const rows = people
		.filter((replies) => hasPlace(replies, basis))
		.map((replies) => scenes.map((scene) => replies[scene] ?? null));
	return { scenes, rows: shuffled(rows, random) };
}

/** Returns the counted scenes that have shares. Without any there are no rows. */
export function scenesOfRows({ counted, splits }: Pick<GroupPicture, 'counted' | 'splits'>): ScenarioId[] {
	return counted.flatMap(({ scene }) => (splits.some((split) => split.scene === scene) ? [scene] : []));
}
