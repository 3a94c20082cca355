import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Band } from '../scoring';
import type { Palette } from './palette';
import { drawThread } from './thread';

/** One thread of a chart: where its bead hangs and how far it is frayed, all 0 to 100. */
export type ThreadRow = {
	/** Written above the thread; words in the page's language. */
	label?: string;
	/** Null where too few answers give no score: the thread is drawn bare. */
	estimate: { score: number; band: Band } | null;
};

export type ThreadsModel = {
	rows: readonly ThreadRow[];
	/** Places on the scale to mark with a small knot, such as the cuts between zones. */
	cuts: readonly number[];
	/** Words under the last thread, each in the middle of its part of the scale. */
	zones: readonly { from: number; to: number; name: string; held: boolean }[];
	direction: 'ltr' | 'rtl';
	/** Half the height of the frayed part in pixels; as large as the rows allow where it is left out. */
	size?: number;
};

const LABEL_FONT = 15;
const ZONE_FONT = 13;

/** How much of a row's height the label takes, and the frayed part at most. */
const LABEL_SHARE = 0.42;
const LARGEST_SIZE = 18;

/** Writes zone names where they have room; those that the band touches come first. */
function drawZones(
	context: CanvasRenderingContext2D,
	model: ThreadsModel,
	palette: Palette,
	x: (value: number) => number,
	y: number
) {
	const taken: [number, number][] = [];
	context.textAlign = 'center';
	context.textBaseline = 'top';
	context.direction = model.direction;
	for (const zone of [...model.zones].sort((a, b) => Number(b.held) - Number(a.held))) {
		context.font = `${zone.held ? 650 : 450} ${ZONE_FONT}px ${palette.sans}`;
		context.fillStyle = zone.held ? palette.ink : palette.inkSoft;
		const half = context.measureText(zone.name).width / 2;
		const edge = context.canvas.clientWidth || context.canvas.width;
		const middle = Math.min(Math.max((x(zone.from) + x(zone.to)) / 2, half + 2), edge - half - 2);
		const [start, end] = [middle - half - 6, middle + half + 6];
		if (taken.some(([a, b]) => start < b && end > a)) continue;
		taken.push([start, end]);
		context.fillText(zone.name, middle, y);
	}
}

function threadsPlugin(model: ThreadsModel, palette: Palette): Plugin<'scatter'> {
	return {
		id: 'threads',
		beforeDatasetsDraw(chart) {
			const { ctx, scales, chartArea } = chart;
			const scale = scales.x;
			if (!scale) return;
			const x = (value: number) => scale.getPixelForValue(value);
			const rowHeight = chartArea.height / model.rows.length;
			const labelled = model.rows.some((row) => row.label);
			const size = model.size ?? Math.min(LARGEST_SIZE, rowHeight * 0.26);

			model.rows.forEach((row, i) => {
				const top = chartArea.top + i * rowHeight;
				const y = labelled ? top + rowHeight * (LABEL_SHARE + (1 - LABEL_SHARE) / 2) : top + rowHeight / 2;
				ctx.save();
				if (row.label) {
					ctx.font = `650 ${LABEL_FONT}px ${palette.sans}`;
					ctx.fillStyle = palette.ink;
					ctx.direction = model.direction;
					ctx.textAlign = 'start';
					ctx.textBaseline = 'middle';
					ctx.fillText(
						row.label,
						model.direction === 'rtl' ? chartArea.right : chartArea.left,
						top + (rowHeight * LABEL_SHARE) / 2
					);
				}
				for (const cut of model.cuts) {
					ctx.beginPath();
					ctx.moveTo(x(cut), y - size * 0.75);
					ctx.lineTo(x(cut), y + size * 0.75);
					ctx.strokeStyle = palette.line;
					ctx.lineWidth = 1.5;
					ctx.stroke();
				}
				const { score, band } = row.estimate ?? { score: 50, band: { low: 50, high: 50 } };
				drawThread(
					ctx,
					{
						favourX: x(0),
						valueX: x(100),
						y,
						size,
						beadX: x(score),
						lowX: x(band.low),
						highX: x(band.high),
						bare: !row.estimate
					},
					palette
				);
				ctx.restore();
			});
			drawZones(ctx, model, palette, x, chartArea.bottom + 4);
		}
	};
}

/**
 * The Chart.js configuration of one or more threads on a common scale from 0 to 100. The points of the
 * dataset carry the scores, so that Chart.js owns scale and layout; a plugin draws the motif in their place.
 */
export function threadsConfig(model: ThreadsModel, palette: Palette): ChartConfiguration<'scatter'> {
	// Pegs and beads at the ends of the scale reach beyond it.
	const margin = Math.max(14, (model.size ?? 0) * 0.95);
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: model.rows.flatMap(({ estimate }, i) => (estimate ? [{ x: estimate.score, y: i }] : [])),
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
				padding: { left: margin, right: margin, bottom: model.zones.length > 0 ? ZONE_FONT * 1.9 : 0 }
			},
			scales: {
				x: { min: 0, max: 100, reverse: model.direction === 'rtl', display: false },
				y: { min: -0.5, max: model.rows.length - 0.5, reverse: true, display: false }
			}
		},
		plugins: [threadsPlugin(model, palette)]
	};
}
