/** A bead beside its place on the string, in pixels: `along` the string, and `away` from it, downwards if positive. */
export type PlacedBead = { place: number; along: number; away: number };

export type BeadLayout = {
	radius: number;
	beads: readonly PlacedBead[];
	/** Whether each place is one straight row of beads, with a strand to hang on. */
	straight: boolean;
};

/** Room for beads, in pixels. */
export type Space = {
	/** Between one place and the next. */
	column: number;
	/** Below the string, and above it. */
	below: number;
	above: number;
	/** A lane along the string that stays free, to each side of it. */
	gap: number;
	/** Beads are never larger. */
	largest: number;
};

/** More people than this are a swarm: smaller beads on both sides of the string, no longer hanging one by one. */
export const SWARM_ABOVE = 40;

/** How much of a place's width its beads take. */
const FILLED = 0.92;

/**
 * Hangs one bead per person at their places, as large as the space allows and none upon another. Up to forty they hang
 * below the string, above that they swarm around it.
 */
export function layOutBeads(places: readonly { place: number; count: number }[], space: Space): BeadLayout {
	const people = places.reduce((sum, { count }) => sum + count, 0);
	const sides = people > SWARM_ABOVE ? ([1, -1] as const) : ([1] as const);
	const most = Math.max(0, ...places.map(({ count }) => Math.ceil(count / sides.length)));
	const height = (sides.length === 2 ? Math.min(space.below, space.above) : space.below) - space.gap;
	const { radius, abreast } = largestFor(most, space.column * FILLED, height, space.largest);
	return {
		radius,
		straight: abreast === 1 && sides.length === 1,
		beads: places.flatMap(({ place, count }) =>
			sides.flatMap((side) => {
				const here = sides.length === 1 ? count : side === 1 ? Math.ceil(count / 2) : Math.floor(count / 2);
				return Array.from({ length: here }, (_, i) => {
					const row = Math.floor(i / abreast);
					const inRow = Math.min(abreast, here - row * abreast);
					return {
						place,
						along: ((i % abreast) - (inRow - 1) / 2) * 2 * radius,
						away: side * (space.gap + radius * (2 * row + 1))
					};
				});
			})
		)
	};
}

/** The largest beads of which `most` fit into one place, and how many of them lie side by side. */
function largestFor(most: number, width: number, height: number, largest: number) {
	let best = { radius: 0, abreast: 1 };
	for (let abreast = 1; abreast <= Math.max(1, most); abreast++) {
		const rows = Math.ceil(most / abreast);
		const radius = Math.min(largest, width / (2 * abreast), height / (2 * rows));
		if (radius > best.radius) best = { radius, abreast };
	}
	return best;
}
