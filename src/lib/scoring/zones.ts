import type { Band } from './estimate';

export const ZONES = [
	'huntingFavours',
	'keepingCount',
	'dealingOpenly',
	'goingByValue',
	'valueAlone'
] as const;
export type Zone = (typeof ZONES)[number];

/** Halfway between two rungs, in points of the scale. */
export const CUTS = [12.5, 37.5, 62.5, 87.5] as const;

export type Span = { from: Zone; to: Zone };

/** A score on a cut belongs to the zone above it. */
export function zoneOf(score: number): Zone {
	return zoneAt(CUTS.filter((cut) => cut <= score).length);
}

/** A cut at the very end of a band is not crossed. */
export function spanOf(band: Band): Span {
	const first = CUTS.filter((cut) => cut <= band.low).length;
	const crossed = CUTS.filter((cut) => band.low < cut && cut < band.high).length;
	return { from: zoneAt(first), to: zoneAt(first + crossed) };
}

export function zonesIn({ from, to }: Span): readonly Zone[] {
	return ZONES.slice(ZONES.indexOf(from), ZONES.indexOf(to) + 1);
}

function zoneAt(index: number): Zone {
	return ZONES[index] as Zone;
}
