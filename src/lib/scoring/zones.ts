import type { Band } from './estimate';

/** The five stretches of the scale, each around the rung of the same place in the ladder. */
export const ZONES = [
	'huntingFavours',
	'keepingCount',
	'dealingOpenly',
	'goingByValue',
	'valueAlone'
] as const;
export type Zone = (typeof ZONES)[number];

/** Where one zone ends and the next begins: halfway between two rungs, in points of the scale. */
export const CUTS = [12.5, 37.5, 62.5, 87.5] as const;

/** The zones a band touches; `from` and `to` are the same when it stays within one. */
export type Span = { from: Zone; to: Zone };

/** The zone of a score from 0 to 100. A score on a cut belongs to the zone above it. */
export function zoneOf(score: number): Zone {
	return zoneAt(CUTS.filter((cut) => cut <= score).length);
}

/** First and last zone of a band. A cut at its very end is not crossed: only one strictly inside counts. */
export function spanOf(band: Band): Span {
	const first = CUTS.filter((cut) => cut <= band.low).length;
	const crossed = CUTS.filter((cut) => band.low < cut && cut < band.high).length;
	return { from: zoneAt(first), to: zoneAt(first + crossed) };
}

/** The zones from one end of a span to the other, both included. */
export function zonesIn({ from, to }: Span): readonly Zone[] {
	return ZONES.slice(ZONES.indexOf(from), ZONES.indexOf(to) + 1);
}

function zoneAt(index: number): Zone {
	// There is one zone more than there are cuts, so a count of cuts always names one.
	return ZONES[index] as Zone;
}
