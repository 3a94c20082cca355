import type { Palette } from './palette';
import { bead, disc, hollowBead, knot, line, type Context } from './thread-parts.ts';

/** In pixels: the bead at the score, and the ends of the frayed part. */
export type ThreadMark = { beadX: number; lowX: number; highX: number };

/** In pixels of the context. `favourX` is right of `valueX` where reading goes from right to left. */
export type ThreadShape = {
	favourX: number;
	valueX: number;
	y: number;
	/** Half the height of the frayed part; pegs and beads follow it. */
	size: number;
	marks: readonly ThreadMark[];
	/** At a single mark: a bead is one person, a knot the middle of many. */
	tie?: 'bead' | 'knot';
	/** A guess: a small hollow bead beside a single mark. */
	guessX?: number;
};

/** Strands stray to both sides of the thread, or only above (-1) or below (1) it. */
type Side = -1 | 0 | 1;

/** How far each strand strays from the middle, and how it waves. */
const STRANDS = [-1, -0.72, -0.5, -0.27, -0.08, 0.14, 0.33, 0.55, 0.78, 1].map((reach, i) => ({
	reach,
	waves: 1.5 + ((i * 7) % 5) * 0.45,
	phase: (i * 2.4) % (2 * Math.PI),
	share: 0.55 + ((i * 3) % 4) * 0.15
}));

function twisted(
	context: Context,
	from: number,
	to: number,
	{ y, size }: ThreadShape,
	palette: Palette
): void {
	const ends: [number, number][] = [
		[from, y],
		[to, y]
	];
	line(context, ends, palette.threadDeep, size * 0.26);
	line(context, ends, palette.thread, size * 0.17);
	context.save();
	context.setLineDash([size * 0.22, size * 0.28]);
	line(context, ends, palette.threadLight, size * 0.085);
	context.restore();
}

function* strand(
	{ lowX, highX }: ThreadMark,
	{ y, size }: ThreadShape,
	side: Side,
	index: number
): Generator<[number, number]> {
	const { reach, waves, phase, share } = STRANDS[index] as (typeof STRANDS)[number];
	const steps = Math.max(12, Math.ceil(Math.abs(highX - lowX) / 4));
	for (let step = 0; step <= steps; step++) {
		const u = step / steps;
		const belly = Math.sin(Math.PI * u) ** 0.6;
		const wave = Math.sin(2 * Math.PI * waves * u + phase) * (1 - share) * 0.4;
		const off = reach * share + wave;
		yield [lowX + (highX - lowX) * u, y + size * belly * (side === 0 ? off : side * Math.abs(off) * 1.1)];
	}
}

function haze(
	context: Context,
	{ lowX, highX }: ThreadMark,
	{ y, size }: ThreadShape,
	side: Side,
	palette: Palette
) {
	const quarter = (highX - lowX) / 4;
	context.save();
	context.globalAlpha = 0.13;
	context.beginPath();
	context.moveTo(lowX, y);
	for (const way of [-1, 1] as const) {
		const height = side === 0 || side === way ? way * size * 1.2 : 0;
		const [first, second, end] =
			way === -1 ? [lowX + quarter, highX - quarter, highX] : [highX - quarter, lowX + quarter, lowX];
		context.bezierCurveTo(first, y + height, second, y + height, end, y);
	}
	context.fillStyle = palette.thread;
	context.fill();
	context.restore();
}

function fray(context: Context, mark: ThreadMark, shape: ThreadShape, side: Side, palette: Palette): void {
	const { y, size } = shape;
	haze(context, mark, shape, side, palette);
	for (const index of STRANDS.keys()) {
		const color = [palette.threadLight, palette.thread, palette.threadDeep][index % 3] as string;
		line(context, strand(mark, shape, side, index), color, Math.max(1, size * 0.075));
	}
	const [up, down] = [side === 1 ? 0.1 : 0.28, side === -1 ? 0.1 : 0.28];
	for (const x of [mark.lowX, mark.highX]) {
		line(
			context,
			[
				[x, y - size * up],
				[x, y + size * down]
			],
			palette.threadDeep,
			size * 0.16
		);
	}
}

/**
 * Draws pegs, twisted thread, frayed parts as wide as the bands, and beads at the scores. One mark frays the thread itself.
 * Of two, the first frays upwards with a full bead, the second downwards with a hollow one: told apart without colour.
 */
export function drawThread(context: Context, shape: ThreadShape, palette: Palette): void {
	const { favourX, valueX, y, size, marks } = shape;
	const [only, second] = marks;
	context.save();
	context.lineCap = 'round';
	context.lineJoin = 'round';

	if (only && !second && only.lowX === only.highX) {
		twisted(context, favourX, valueX, shape, palette);
	} else if (only && !second) {
		twisted(context, favourX, only.lowX, shape, palette);
		twisted(context, only.highX, valueX, shape, palette);
		fray(context, only, shape, 0, palette);
	} else {
		if (only) fray(context, only, shape, -1, palette);
		if (second) fray(context, second, shape, 1, palette);
		twisted(context, favourX, valueX, shape, palette);
	}

	peg(context, favourX, y, size * 0.5, palette.favour, palette.paper);
	peg(context, valueX, y, size * 0.5, palette.value, palette.value);
	if (only && shape.guessX !== undefined) guessed(context, shape.guessX, only.beadX, shape, palette);
	if (only && !second && shape.tie === 'knot') knot(context, only.beadX, y, size, palette);
	else if (only && !second) bead(context, only.beadX, y, size * 0.78, palette);
	if (only && second) {
		bead(context, only.beadX, y - size * 0.5, size * 0.56, palette);
		hollowBead(context, second.beadX, y + size * 0.5, size * 0.56, palette);
	}
	context.restore();
}

/** Hangs it below the thread where the bead itself would cover it. */
function guessed(context: Context, x: number, beadX: number, { y, size }: ThreadShape, palette: Palette) {
	const covered = Math.abs(x - beadX) < size * 1.35;
	hollowBead(context, x, covered ? y + size : y, size * 0.5, palette);
}

function peg(context: Context, x: number, y: number, radius: number, edge: string, fill: string): void {
	disc(context, x, y, radius, edge);
	disc(context, x, y, radius * 0.55, fill);
}
