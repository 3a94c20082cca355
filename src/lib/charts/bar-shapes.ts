import type { Rung } from '../questions';
import type { Palette } from './palette';
import { line, type Context } from './thread-parts';

/** In pixels. `forward` is -1 where reading goes from right to left; a `rung` of null is not told. */
export type BarShape = { start: number; forward: 1 | -1; y: number; thickness: number; rung: Rung | null };

/** The open part of each rung's bar, in parts of its thickness. */
const OPEN = [0.56, 0.4, 0.26, 0.12, 0] as const;

export function bar(context: Context, shape: BarShape, length: number, palette: Palette): void {
	const { thickness, rung } = shape;
	const open = rung === null ? 0 : OPEN[rung];
	body(context, shape, 0, length, thickness, palette);
	const edge = (thickness * (1 - open)) / 2;
	if (open === 0 || length <= 2 * edge) return;
	context.fillStyle = palette.paper;
	strip(context, shape, edge, length - edge, thickness * open);
}

/** Draws a bar that comes apart towards its end, so that its length cannot be read off. */
export function frayedBar(
	context: Context,
	shape: BarShape,
	[from, to]: readonly [number, number],
	palette: Palette
): void {
	const { start, forward, y, thickness, rung } = shape;
	const whole = Math.abs(from - start);
	for (const part of [-0.42, -0.24, -0.08, 0.08, 0.24, 0.42]) {
		const waver = 1 + Math.abs(part) * 0.9;
		const reach = Math.abs(to - from) * (1 - ((part * 10 + 5) % 3) * 0.14);
		const points = Array.from({ length: 13 }, (_, i): [number, number] => {
			const u = i / 12;
			const sway = Math.sin(u * 5 + part * 17) * 0.07 * u;
			return [
				from - forward * 2 + forward * reach * u,
				y + thickness * (part * (1 + (waver - 1) * u) + sway)
			];
		});
		for (const [color, alpha] of inks(rung, palette)) {
			context.globalAlpha = alpha;
			line(context, points, color, thickness * 0.1);
		}
		context.globalAlpha = 1;
	}
	bar(context, shape, whole, palette);
}

function body(
	context: Context,
	shape: BarShape,
	from: number,
	to: number,
	height: number,
	palette: Palette
): void {
	for (const [color, alpha] of inks(shape.rung, palette)) {
		context.globalAlpha = alpha;
		context.fillStyle = color;
		strip(context, shape, from, to, height);
	}
	context.globalAlpha = 1;
}

/** Blends from one pole's colour to the other's by laying the second over the first. */
function inks(rung: Rung | null, palette: Palette): [string, number][] {
	if (rung === null) return [[palette.thread, 1]];
	return [
		[palette.favour, 1],
		[palette.value, rung / 4]
	];
}

function strip(context: Context, { start, forward, y }: BarShape, from: number, to: number, height: number) {
	const round = Math.min(height / 2, to - from);
	const x = (along: number) => start + forward * along;
	context.beginPath();
	context.moveTo(x(from), y - height / 2);
	context.lineTo(x(to - round), y - height / 2);
	context.ellipse(x(to - round), y, round, height / 2, 0, -Math.PI / 2, Math.PI / 2, forward === -1);
	context.lineTo(x(from), y + height / 2);
	context.closePath();
	context.fill();
}
