import type { Palette } from './palette';

/** A thread between two pegs, in pixels of the context. `favourX` may be right of `valueX`: right to left. */
export type ThreadShape = {
	favourX: number;
	valueX: number;
	y: number;
	/** Half the height of the frayed part; pegs and beads follow it. */
	size: number;
	/** Where the bead hangs, and where the frayed part begins and ends. */
	beadX: number;
	lowX: number;
	highX: number;
	/** Neither bead nor frayed part: nothing is known. */
	bare?: boolean;
};

/** What we need of a canvas, in the browser and on the server. */
type Context = CanvasRenderingContext2D;

/** Strands of the frayed part: how far each strays from the middle, and how it waves. */
const STRANDS = [-1, -0.72, -0.5, -0.27, -0.08, 0.14, 0.33, 0.55, 0.78, 1].map((reach, i) => ({
	reach,
	waves: 1.5 + ((i * 7) % 5) * 0.45,
	phase: (i * 2.4) % (2 * Math.PI),
	share: 0.55 + ((i * 3) % 4) * 0.15
}));

function line(context: Context, points: Iterable<[number, number]>, color: string, width: number): void {
	context.beginPath();
	for (const [x, y] of points) context.lineTo(x, y);
	context.strokeStyle = color;
	context.lineWidth = width;
	context.stroke();
}

function disc(context: Context, x: number, y: number, radius: number, fill: string): void {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.fillStyle = fill;
	context.fill();
}

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

/** One loose strand from `from` to `to`: tied at both ends, furthest out where the middle lies. */
function* strand(
	from: number,
	to: number,
	{ y, size }: ThreadShape,
	index: number
): Generator<[number, number]> {
	const { reach, waves, phase, share } = STRANDS[index] as (typeof STRANDS)[number];
	const steps = Math.max(12, Math.ceil(Math.abs(to - from) / 4));
	for (let step = 0; step <= steps; step++) {
		const u = step / steps;
		const belly = Math.sin(Math.PI * u) ** 0.6;
		const wave = Math.sin(2 * Math.PI * waves * u + phase) * (1 - share) * 0.8;
		yield [from + (to - from) * u, y + size * belly * (reach * share + wave * 0.5)];
	}
}

/** The faint body of loose fibres that the strands stand in. */
function haze(context: Context, { lowX, highX, y, size }: ThreadShape, palette: Palette): void {
	const middle = (lowX + highX) / 2;
	context.save();
	context.globalAlpha = 0.13;
	context.beginPath();
	context.moveTo(lowX, y);
	context.bezierCurveTo(
		middle - (middle - lowX) / 2,
		y - size * 1.2,
		middle + (highX - middle) / 2,
		y - size * 1.2,
		highX,
		y
	);
	context.bezierCurveTo(
		middle + (highX - middle) / 2,
		y + size * 1.2,
		middle - (middle - lowX) / 2,
		y + size * 1.2,
		lowX,
		y
	);
	context.fillStyle = palette.thread;
	context.fill();
	context.restore();
}

/** Draws the motif: pegs, twisted thread, the frayed part as wide as the band, and the bead at the score. */
export function drawThread(context: Context, shape: ThreadShape, palette: Palette): void {
	const { favourX, valueX, y, size, beadX, lowX, highX, bare = false } = shape;
	context.save();
	context.lineCap = 'round';
	context.lineJoin = 'round';

	twisted(context, favourX, lowX, shape, palette);
	twisted(context, highX, valueX, shape, palette);
	if (!bare) haze(context, shape, palette);
	for (const index of bare ? [] : STRANDS.keys()) {
		const color =
			index % 3 === 0 ? palette.threadLight : index % 3 === 1 ? palette.thread : palette.threadDeep;
		line(context, strand(lowX, highX, shape, index), color, Math.max(1, size * 0.075));
	}
	// Whippings: where the thread is bound, the frayed part begins.
	for (const x of bare ? [] : [lowX, highX])
		line(
			context,
			[
				[x, y - size * 0.28],
				[x, y + size * 0.28]
			],
			palette.threadDeep,
			size * 0.16
		);

	peg(context, favourX, y, size * 0.5, palette.favour, palette.paper);
	peg(context, valueX, y, size * 0.5, palette.value, palette.value);
	if (!bare) bead(context, beadX, y, size * 0.78, palette);
	context.restore();
}

function peg(context: Context, x: number, y: number, radius: number, edge: string, fill: string): void {
	disc(context, x, y, radius, edge);
	disc(context, x, y, radius * 0.55, fill);
}

function bead(context: Context, x: number, y: number, radius: number, palette: Palette): void {
	disc(context, x, y, radius + Math.max(2, radius * 0.16), palette.paper);
	disc(context, x, y, radius, palette.threadDeep);
	disc(context, x - radius * 0.1, y - radius * 0.12, radius * 0.84, palette.thread);
	disc(context, x - radius * 0.34, y - radius * 0.38, radius * 0.2, palette.threadLight);
}
