import { shuffled, type Rung, type ScenarioId } from '../questions';
import { hasPlace, type Replies } from './counted-scenes';
import type { GroupPicture } from './picture';

/**
 * Single rows to export: what each person with a place chose in each of the scenes that count, null where they chose
 * nothing. A row holds nothing else, and the rows come in an order that says nothing about who joined or answered when.
 *
 * Rows follow the rules of places: a row that told by its gaps whose it is, or that left somebody over when the rows are
 * subtracted from a scene's picture, would give that person's answers away.
 * @param picture of the same people
 * @param random numbers from 0 to below 1. Whoever can guess them can undo the order: not `Math.random`
 * @returns null where no scene that counts has shares: where nearly all chose alike, a row would say who did not
 */
export function anonymousRows(
	people: readonly Replies[],
	{ counted, missed, splits }: Pick<GroupPicture, 'counted' | 'missed' | 'splits'>,
	random: () => number
): { scenes: ScenarioId[]; rows: (Rung | null)[][] } | null {
	const basis = { scenes: counted.map(({ scene }) => scene), missed };
	const scenes = basis.scenes.filter((scene) => splits.some((split) => split.scene === scene));
	if (scenes.length === 0) return null;
	const rows = people
		.filter((replies) => hasPlace(replies, basis))
		.map((replies) => scenes.map((scene) => replies[scene] ?? null));
	return { scenes, rows: shuffled(rows, random) };
}
