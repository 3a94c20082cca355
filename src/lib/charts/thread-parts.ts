import type { Palette } from './palette';

export type Context = CanvasRenderingContext2D;

export function line(
	context: Context,
	points: Iterable<[number, number]>,
	color: string,
	width: number
): void {
	context.beginPath();
	for (const [x, y] of points) context.lineTo(x, y);
	context.strokeStyle = color;
	context.lineWidth = width;
	context.stroke();
}

export function disc(context: Context, x: number, y: number, radius: number, fill: string): void {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.fillStyle = fill;
	context.fill();
}

export function bead(context: Context, x: number, y: number, radius: number, palette: Palette): void {
	disc(context, x, y, radius + Math.max(2, radius * 0.16), palette.paper);
	disc(context, x, y, radius, palette.threadDeep);
	disc(context, x - radius * 0.1, y - radius * 0.12, radius * 0.84, palette.thread);
	disc(context, x - radius * 0.34, y - radius * 0.38, radius * 0.2, palette.threadLight);
}

/** Draws a bead that can be told from the others without colour. */
export function hollowBead(context: Context, x: number, y: number, radius: number, palette: Palette): void {
	disc(context, x, y, radius + Math.max(2, radius * 0.16), palette.paper);
	disc(context, x, y, radius, palette.threadDeep);
	disc(context, x, y, radius * 0.6, palette.paper);
}

/** Draws three turns around the thread, as high as its frayed part: the middle of many. */
export function knot(context: Context, x: number, y: number, size: number, palette: Palette): void {
	const turns = [-0.28, 0, 0.28].map((off): [number, number][] => [
		[x + size * (off - 0.1), y + size * 0.62],
		[x + size * (off + 0.1), y - size * 0.62]
	]);
	context.save();
	context.lineCap = 'round';
	for (const turn of turns) line(context, turn, palette.paper, size * 0.52);
	for (const turn of turns) line(context, turn, palette.threadDeep, size * 0.33);
	for (const turn of turns) line(context, turn, palette.thread, size * 0.17);
	context.restore();
}
