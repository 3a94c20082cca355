import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Band } from '../scoring';
import type { Palette } from './palette';
import { onItsWay } from './reveal';
import { bareScale } from './scale';
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
const LARGEST_PART = 0.032;

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

function threadsPlugin(model: ThreadsModel, palette: Palette, shown: () => number): Plugin<'scatter'> {
	return {
		id: 'threads',
		beforeDatasetsDraw(chart) {
			const { ctx, scales, chartArea } = chart;
			const scale = scales.x;
			if (!scale) return;
			const x = (value: number) => scale.getPixelForValue(value);
			const mark = (hanging: Hanging) =>
				hanging ? [{ beadX: x(hanging.score), lowX: x(hanging.band.low), highX: x(hanging.band.high) }] : [];
			const rowHeight = chartArea.height / model.rows.length;
			const above = model.rows.some((row) => row.label) ? LABEL_SHARE * rowHeight : 0;
			const below = model.rows.some((row) => row.other?.label) ? above : 0;
			const threadHeight = rowHeight - (above + below) * (below > 0 ? 0.6 : 1);
			const largest = model.grows ? chartArea.width * LARGEST_PART : LARGEST_SIZE;
			const size = model.size ?? Math.min(largest, rowHeight * 0.26);
			const start = model.direction === 'rtl' ? chartArea.right : chartArea.left;

			model.rows.forEach(({ label, estimate, guess, other }, i) => {
				const top = chartArea.top + i * rowHeight;
				const threadTop = top + above * (below > 0 ? 0.6 : 1);
				const y =
					model.foot === undefined
						? threadTop + threadHeight / 2
						: top + rowHeight - model.foot * (model.zoom ?? 1);
				ctx.save();
				if (label) drawLabel(ctx, label, start, (top + threadTop) / 2, model, palette);
				if (other?.label)
					drawLabel(
						ctx,
						other.label,
						start,
						(threadTop + threadHeight + top + rowHeight) / 2,
						model,
						palette
					);
				drawCuts(ctx, model.cuts.map(x), y, size * 0.75, palette);
				const marks = [
					...mark(estimate).map((end) => onItsWay(end, x(0), shown())),
					...mark(other?.estimate ?? null)
				];
				const guessX = guess === undefined ? {} : { guessX: x(guess) };
				const ends = { favourX: x(0), valueX: x(100) };
				drawThread(ctx, { ...ends, y, size, marks, tie: model.tie ?? 'bead', ...guessX }, palette);
				ctx.restore();
			});
			drawZones(ctx, model, palette, x, chartArea.bottom + 4);
		}
	};
}

function heightOfZones({ zones, zoom = 1 }: ThreadsModel): number {
	return zones.length === 0 ? 0 : (ZONE_FONT * 1.65 + ZONE_ROW) * zoom;
}

/**
 * Configures threads on a common scale from 0 to 100. The points carry the scores, so that Chart.js owns scale and layout;
 * a plugin draws the motif in their place.
 * @param shown how far bead and frayed part have come, from 0 to 1
 */
export function threadsConfig(
	model: ThreadsModel,
	palette: Palette,
	shown: () => number = () => 1
): ChartConfiguration<'scatter'> {
	// Pegs and beads at the ends of the scale reach beyond it.
	const margin = Math.max(14, (model.size ?? 0) * 0.95);
	const beyond = model.grows ? 100 * LARGEST_PART : 0;
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: model.rows.flatMap(({ estimate, other }, i) =>
						[estimate, other?.estimate].flatMap((hanging) => (hanging ? [{ x: hanging.score, y: i }] : []))
					),
					pointRadius: 0,
					pointHitRadius: 0
				}
			]
		},
		options: {
			responsive: true,
			maintainAspectRatio: false,
			animation: false,
			events: [],
			layout: {
				padding: { left: margin, right: margin, bottom: heightOfZones(model) }
			},
			scales: {
				x: bareScale(0 - beyond, 100 + beyond, model.direction === 'rtl'),
				y: bareScale(-0.5, model.rows.length - 0.5, true)
			}
		},
		plugins: [threadsPlugin(model, palette, shown)]
	};
}
