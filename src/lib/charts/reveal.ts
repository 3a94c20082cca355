import type { ThreadMark } from './thread';

/** The bead has arrived before the thread is all open. */
const ARRIVED = 0.62;
const OPENING = 0.5;

const slowingDown = (part: number) => 1 - (1 - Math.min(1, Math.max(0, part))) ** 3;

/** Returns how far a drawing has come, from 0 to 1; 1 from the first where nothing moves, or the reader wants no motion. */
export function arriving(moves: boolean, milliseconds: number): () => number {
	const begin = performance.now();
	const still = !moves || matchMedia('(prefers-reduced-motion: reduce)').matches;
	return () => (still ? 1 : Math.min(1, (performance.now() - begin) / milliseconds));
}

/** The part of the way in which one bead falls. */
const FALL = 0.35;

/** Returns how far the bead is on its way, 0 to 1, of `beads` that fall one after the other. */
export function fallen(bead: number, beads: number, shown: number): number {
	const begin = (1 - FALL) * (bead / Math.max(1, beads));
	return slowingDown((shown - begin) / FALL);
}

/** Returns where bead and frayed part are on their way. @param shown from 0, the bead at the beginning, to 1, all in place */
export function onItsWay({ beadX, lowX, highX }: ThreadMark, beginX: number, shown: number): ThreadMark {
	const bead = beginX + (beadX - beginX) * slowingDown(shown / ARRIVED);
	const open = slowingDown((shown - OPENING) / (1 - OPENING));
	return { beadX: bead, lowX: bead + (lowX - beadX) * open, highX: bead + (highX - beadX) * open };
}
