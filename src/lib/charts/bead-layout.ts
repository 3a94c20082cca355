/** In pixels: `along` the string, and `away` from it, downwards if positive. */
export type PlacedBead = { place: number; along: number; away: number };

export type BeadLayout = {
	radius: number;
	beads: readonly PlacedBead[];
	/** Each place is one straight row of beads, with a strand to hang on. */
	straight: boolean;
};

export type Space = {
	column: number;
	below: number;
	above: number;
	/** Stays free to each side of the string. */
	gap: number;
	largest: number;
};

/** Above this, people are a swarm on both sides of the string instead of rows below it. */
export const SWARM_ABOVE = 40;

/** The share of a place's width that its beads take. */
const FILLED = 0.92;

/** Hangs one bead per person, as large as the space allows and none upon another. */
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

function largestFor(most: number, width: number, height: number, largest: number) {
	let best = { radius: 0, abreast: 1 };
	for (let abreast = 1; abreast <= Math.max(1, most); abreast++) {
		const rows = Math.ceil(most / abreast);
		const radius = Math.min(largest, width / (2 * abreast), height / (2 * rows));
		if (radius > best.radius) best = { radius, abreast };
	}
	return best;
}
