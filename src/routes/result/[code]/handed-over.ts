import type { SavedResult } from '$lib/quiz';

/** By window: a server has none, and keeps nothing for its visitors. */
const deletedAt = new WeakMap<Window, number>();

/**
 * Notes that everything was deleted. Where storage is refused, results travel in the history's entries, and a page can
 * clear only the one that it shows: the others are cleared when one comes back to them.
 */
export function noteDeletion(window: Window): void {
	deletedAt.set(window, Date.now());
}

export function isDeleted(window: Window, { at }: SavedResult): boolean {
	return Date.parse(at) <= (deletedAt.get(window) ?? Number.NEGATIVE_INFINITY);
}
