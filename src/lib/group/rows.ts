import { shuffled, type Rung, type ScenarioId } from '../questions';
import { hasPlace, type Replies } from './counted-scenes';
import type { GroupPicture } from './picture';

/**
 * Rows follow the rules of places: gaps or what subtracting leaves would give answers away. Null where no counted scene has shares.
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

export function scenesOfRows({ counted, splits }: Pick<GroupPicture, 'counted' | 'splits'>): ScenarioId[] {
	return counted.flatMap(({ scene }) => (splits.some((split) => split.scene === scene) ? [scene] : []));
}
