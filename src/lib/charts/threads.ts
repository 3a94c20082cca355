import type { Band } from '../scoring';
import type { Palette } from './palette';
import { onItsWay } from './reveal';
import { drawThread } from './thread';

/** A score and its band, 0 to 100; null where too few answers give none. */
type Hanging = { score: number; band: Band } | null;

export type ThreadRow = {
	label?: string;
	estimate: Hanging;
	/** From 0 to 100: where somebody thought that it would hang. */
	guess?: number;
	/** A second result on the same thread, its label written below. */
	other?: { label?: string; estimate: Hanging };
};

export type ThreadsModel = {
	rows: readonly ThreadRow[];
	/** Marked with a small knot, such as the cuts between zones. */
	cuts: readonly number[];
	/**
	 * Names under the last thread, each in the middle of its part of the scale. `held` marks those that the
	 * band touches.
	 */
	zones: readonly { from: number; to: number; name: string; held: boolean }[];
	direction: 'ltr' | 'rtl';
	tie?: 'bead' | 'knot';
	size?: number;
	/** Whether threads grow with their rows, beyond what a page needs: for a screen. */
	grows?: boolean;
	/** How far above the foot of its row each thread hangs, in pixels before `zoom`: text stands above it. */
	foot?: number;
	/** How much larger the reader wants text than it comes. */
	zoom?: number;
};

const LABEL_FONT = 15;
const ZONE_FONT = 13;
const ZONE_ROW = ZONE_FONT * 1.35;
const ZONE_GAP = 12;
const ZONE_MARGIN = 2;

/** In parts of a row's height, and in pixels. */
const LABEL_SHARE = 0.42;
const LARGEST_SIZE = 18;
/** In parts of the width, where threads grow. */
export const LARGEST_PART = 0.032;

type ZoneName = { zone: ThreadsModel['zones'][number]; middle: number; half: number };
type PlacedName = ZoneName & { row: number };

/** Gives each name in turn the first row with room for it, and none where neither has. */
function inRows(names: readonly ZoneName[]): PlacedName[] {
	const placed: PlacedName[] = [];
	for (const name of names) {
		const row = [0, 1].find((row) =>
			placed.every(
				(other) =>
					other.row !== row || Math.abs(other.middle - name.middle) >= other.half + name.half + ZONE_GAP
			)
		);
		if (row !== undefined) placed.push({ ...name, row });
	}
	return placed;
}

/** Puts names into both rows by turns, and apart as far as they have to be. They may reach beyond the start: see `fits`. */
function apart(names: readonly ZoneName[], edge: number): PlacedName[] {
	const ends = [edge - ZONE_MARGIN, edge - ZONE_MARGIN];
	return names
		.map((name, i) => ({ ...name, row: i % 2 }))
		.toSorted((a, b) => b.middle - a.middle)
		.map((name) => {
			const middle = Math.min(name.middle, (ends[name.row] ?? edge) - name.half);
			ends[name.row] = middle - name.half - ZONE_GAP;
			return { ...name, middle };
		});
}

const fits = ({ middle, half }: ZoneName) => middle - half >= ZONE_MARGIN;

/** Writes zone names in two rows, as far as there is room. Where not all have it, the ends of the band come first: the headline names them. */
function drawZones(
	context: CanvasRenderingContext2D,
	model: ThreadsModel,
	palette: Palette,
	x: (value: number) => number,
	y: number
) {
	const { zoom = 1 } = model;
	context.textAlign = 'center';
	context.textBaseline = 'top';
	context.direction = model.direction;
	const fontOf = ({ held }: ZoneName['zone']) => `${held ? 650 : 450} ${ZONE_FONT * zoom}px ${palette.sans}`;
	const edge = context.canvas.clientWidth || context.canvas.width;
	const names = model.zones.map((zone) => {
		context.font = fontOf(zone);
		const half = context.measureText(zone.name).width / 2;
		const least = half + ZONE_MARGIN;
		const middle = Math.min(Math.max((x(zone.from) + x(zone.to)) / 2, least), edge - least);
		return { zone, middle, half };
	});
	const held = names.filter(({ zone }) => zone.held);
	const first = new Set([...held.slice(0, 1), ...held.slice(-1), ...held, ...names]);
	const inPlace = inRows(names);
	const moved = apart(names, edge);
	const all = [inPlace, moved].find((placed) => placed.length === names.length && placed.every(fits));
	for (const { zone, middle, row } of all ?? inRows([...first])) {
		context.font = fontOf(zone);
		context.fillStyle = zone.held ? palette.ink : palette.inkSoft;
		context.fillText(zone.name, middle, y + row * ZONE_ROW * zoom);
	}
}

function drawLabel(
	context: CanvasRenderingContext2D,
	label: string,
	x: number,
	y: number,
	{ direction, zoom = 1 }: ThreadsModel,
	palette: Palette
) {
	context.font = `650 ${LABEL_FONT * zoom}px ${palette.sans}`;
	context.fillStyle = palette.ink;
	context.direction = direction;
	context.textAlign = 'start';
	context.textBaseline = 'middle';
	context.fillText(label, x, y);
}

function drawCuts(
	context: CanvasRenderingContext2D,
	cuts: readonly number[],
	y: number,
	half: number,
	palette: Palette
) {
	context.strokeStyle = palette.line;
	context.lineWidth = 1.5;
	for (const x of cuts) {
		context.beginPath();
		context.moveTo(x, y - half);
		context.lineTo(x, y + half);
		context.stroke();
	}
}

/** The part of a canvas that threads take, in pixels. */
type Area = { left: number; right: number; top: number; bottom: number };

/**
 * Draws threads on a common scale, each in a row of the same height.
 * @param x where in pixels a score from 0 to 100 lies
 * @param shown how far bead and frayed part have come, from 0 to 1
 */
export function paintThreads(
	context: CanvasRenderingContext2D,
	area: Area,
	x: (score: number) => number,
	model: ThreadsModel,
	palette: Palette,
	shown = 1
): void {
	const mark = (hanging: Hanging) =>
		hanging ? [{ beadX: x(hanging.score), lowX: x(hanging.band.low), highX: x(hanging.band.high) }] : [];
	const rowHeight = (area.bottom - area.top) / model.rows.length;
	const above = model.rows.some((row) => row.label) ? LABEL_SHARE * rowHeight : 0;
	const below = model.rows.some((row) => row.other?.label) ? above : 0;
	const threadHeight = rowHeight - (above + below) * (below > 0 ? 0.6 : 1);
	const largest = model.grows ? (area.right - area.left) * LARGEST_PART : LARGEST_SIZE;
	const size = model.size ?? Math.min(largest, rowHeight * 0.26);
	const start = model.direction === 'rtl' ? area.right : area.left;

	model.rows.forEach(({ label, estimate, guess, other }, i) => {
		const top = area.top + i * rowHeight;
		const threadTop = top + above * (below > 0 ? 0.6 : 1);
		const threadBottom = threadTop + threadHeight;
		const bottom = top + rowHeight;
		const y =
			model.foot === undefined ? (threadTop + threadBottom) / 2 : bottom - model.foot * (model.zoom ?? 1);
		context.save();
		if (label) drawLabel(context, label, start, (top + threadTop) / 2, model, palette);
		if (other?.label) drawLabel(context, other.label, start, (threadBottom + bottom) / 2, model, palette);
		drawCuts(context, model.cuts.map(x), y, size * 0.75, palette);
		const marks = [
			...mark(estimate).map((end) => onItsWay(end, x(0), shown)),
			...mark(other?.estimate ?? null)
		];
		const guessX = guess === undefined ? {} : { guessX: x(guess) };
		const ends = { favourX: x(0), valueX: x(100) };
		drawThread(context, { ...ends, y, size, marks, tie: model.tie ?? 'bead', ...guessX }, palette);
		context.restore();
	});
	drawZones(context, model, palette, x, area.bottom + 4);
}

/** In pixels around the threads: what reaches beyond their ends, and the names of zones below. */
export function roomAround({ size = 0, zones, zoom = 1 }: ThreadsModel) {
	const margin = Math.max(14, size * 0.95);
	const bottom = zones.length === 0 ? 0 : (ZONE_FONT * 1.65 + ZONE_ROW) * zoom;
	return { left: margin, right: margin, bottom };
}

/** Draws threads into a box, with room for what reaches beyond their ends unless they grow. @param shown see `paintThreads` */
export function paintThreadsIn(
	context: CanvasRenderingContext2D,
	box: { x: number; y: number; width: number; height: number },
	model: ThreadsModel,
	palette: Palette,
	shown?: number
): void {
	const room = roomAround(model);
	const area = {
		left: box.x + room.left,
		right: box.x + box.width - room.right,
		top: box.y,
		bottom: box.y + box.height - room.bottom
	};
	const part = (area.right - area.left) / 100;
	const x = (score: number) =>
		model.direction === 'rtl' ? area.right - score * part : area.left + score * part;
	paintThreads(context, area, x, model, palette, shown);
}
