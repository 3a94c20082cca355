import { RUNGS, seededRandom, shuffled, type Rung, type SceneId } from '../questions';

/**
 * Everybody sees the same order, `rungs[position]`: people talk about "the third one".
 * @param rungs those that have an option
 */
export function displayOrder(code: string, scene: SceneId, rungs: readonly Rung[] = RUNGS): Rung[] {
	return shuffled(rungs, seededRandom(hash(`${code} ${scene}`)));
}

/** FNV-1a, 32 bits: the same number on every device for the same text. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
	return value >>> 0;
}
