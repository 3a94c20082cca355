import type { ThreadMark } from './thread';

/** The bead has arrived before the thread is all open. */
const ARRIVED = 0.62;
const OPENING = 0.5;

const slowingDown = (part: number) => 1 - (1 - Math.min(1, Math.max(0, part))) ** 3;

/** Returns where bead and frayed part are on their way. @param shown from 0, the bead at the beginning, to 1, all in place */
export function onItsWay({ beadX, lowX, highX }: ThreadMark, beginX: number, shown: number): ThreadMark {
	const bead = beginX + (beadX - beginX) * slowingDown(shown / ARRIVED);
	const open = slowingDown((shown - OPENING) / (1 - OPENING));
	return { beadX: bead, lowX: bead + (lowX - beadX) * open, highX: bead + (highX - beadX) * open };
}
