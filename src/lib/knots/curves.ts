export type Point = readonly [number, number];

/** Cubic curves that follow one another: a point, then for each curve two handles and its end. */
export type Curve = readonly number[];

const STEPS = 24;

export function pathOf(curve: Curve): string {
	return `M${curve.slice(0, 2).join(' ')}C${curve.slice(2).join(' ')}`;
}

export function straight(from: Point, to: Point): Curve {
	return [...from, ...from, ...to, ...to];
}

/** Returns the curves from `first` to `last`, counted from 0. */
export function partOf(curve: Curve, first: number, last = first): Curve {
	return curve.slice(first * 6, last * 6 + 8);
}

export function lengthOf(curve: Curve): number {
	let length = 0;
	let [fromX = 0, fromY = 0] = curve;
	for (let start = 0; start + 8 <= curve.length; start += 6) {
		for (let step = 1; step <= STEPS; step++) {
			const x = at(curve, start, step / STEPS);
			const y = at(curve, start + 1, step / STEPS);
			length += Math.hypot(x - fromX, y - fromY);
			[fromX, fromY] = [x, y];
		}
	}
	return length;
}

function at(curve: Curve, start: number, t: number): number {
	const [p0, p1, p2, p3] = [0, 2, 4, 6].map((i) => curve[start + i] as number) as Four;
	const s = 1 - t;
	return s ** 3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t ** 3 * p3;
}

type Four = [number, number, number, number];
