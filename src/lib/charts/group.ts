import type { ChartConfiguration, Plugin } from 'chart.js';
import type { GroupPicture, SpreadPicture } from '../group';
import { DIMENSIONS } from '../questions';
import { layOutBeads, SWARM_ABOVE } from './bead-layout';
import type { Palette } from './palette';
import { drawThread, type ThreadMark } from './thread';
import { bead, hollowBead, knot, line } from './thread-parts';
import type { ThreadRow, ThreadsModel } from './threads';

/** A room on one string. */
export type GroupStringModel = {
	picture: SpreadPicture;
	/** Points between places. */
	step: number;
	/** Where the person looking hangs; on the projector nobody does. */
	own: number | null;
	direction: 'ltr' | 'rtl';
};

/** Half a zone, to each side of its rung; no zone reaches over the ends of the scale. */
const HALF_ZONE = 12.5;

/**
 * A picture of where people lie, as a thread has it: its middle, and the half around it. In a small group only the zone in
 * which the middle lies is told.
 */
function hangingOf(picture: SpreadPicture): ThreadRow['estimate'] {
	switch (picture.kind) {
		case 'few':
		case 'fewScenes':
			return null;
		case 'nearlyAll':
			return { score: picture.place, band: { low: picture.place, high: picture.place } };
		case 'spread': {
			const { quarters, middleZone } = picture;
			if (quarters) return { score: quarters.middle, band: { low: quarters.low, high: quarters.high } };
			return {
				score: middleZone,
				band: { low: Math.max(0, middleZone - HALF_ZONE), high: Math.min(100, middleZone + HALF_ZONE) }
			};
		}
	}
}

/** The dimensions of a room that can be shown, one thread each, in the order of the key. Their names stand beside the drawing. */
export function groupThreads(
	dimensions: GroupPicture['dimensions'],
	direction: ThreadsModel['direction']
): ThreadsModel {
	return {
		rows: DIMENSIONS.flatMap((dimension) => {
			const estimate = hangingOf(dimensions[dimension]);
			return estimate ? [{ estimate }] : [];
		}),
		cuts: [],
		zones: [],
		tie: 'knot',
		direction
	};
}

/** Half the height of the frayed part. */
function sizeIn({ width, height }: { width: number; height: number }): number {
	return Math.min(Math.max(9, height * 0.085), width * 0.03);
}

function groupPlugin(
	{ picture, step, own, direction }: GroupStringModel,
	palette: Palette
): Plugin<'scatter'> {
	const places = picture.kind === 'spread' ? picture.places : [];
	const people = places.reduce((sum, { count }) => sum + count, 0);
	const hanging = hangingOf(picture);
	return {
		id: 'group',
		beforeDatasetsDraw({ ctx, scales, chartArea }) {
			const scale = scales.x;
			if (!scale) return;
			const x = (value: number) => scale.getPixelForValue(value);
			const size = sizeIn(chartArea);
			// What hangs needs its room below; a swarm, and a string with nothing on it, lie in the middle.
			const hangs = people > 0 && people <= SWARM_ABOVE;
			const y = hangs ? chartArea.top + size * 1.5 : chartArea.top + chartArea.height / 2;
			const layout = layOutBeads(places, {
				column: Math.abs(x(step) - x(0)),
				below: chartArea.bottom - y,
				above: y - chartArea.top,
				gap: size * 1.45,
				largest: size * (hangs ? 2.4 : 1.2)
			});

			ctx.save();
			if (layout.straight) {
				for (const { place, count } of places)
					line(
						ctx,
						[
							[x(place), y],
							[x(place), y + size * 1.45 + count * 2 * layout.radius - layout.radius]
						],
						palette.threadDeep,
						Math.max(1.5, size * 0.1)
					);
			}
			const marks: ThreadMark[] = hanging
				? [{ beadX: x(hanging.score), lowX: x(hanging.band.low), highX: x(hanging.band.high) }]
				: [];
			drawThread(ctx, { favourX: x(0), valueX: x(100), y, size, marks, tie: 'knot' }, palette);
			for (const { place, along, away } of layout.beads)
				bead(ctx, x(place) + along * (direction === 'rtl' ? -1 : 1), y + away, layout.radius * 0.94, palette);
			if (hanging) knot(ctx, x(hanging.score), y, size, palette);
			if (own !== null) hollowBead(ctx, x(own), y, size * 0.95, palette);
			ctx.restore();
		}
	};
}

/**
 * The Chart.js configuration of a room on the string: one bead per person at their place, the half in the middle frayed,
 * a knot at its middle. The points of the dataset are the people, one each.
 */
export function groupConfig(model: GroupStringModel, palette: Palette): ChartConfiguration<'scatter'> {
	const { picture, step, own, direction } = model;
	const people =
		picture.kind === 'spread'
			? picture.places.flatMap(({ place, count }) => Array<number>(count).fill(place))
			: [];
	const points = (places: readonly number[]) => ({
		data: places.map((place) => ({ x: place, y: 0 })),
		pointRadius: 0,
		pointHitRadius: 0
	});
	return {
		type: 'scatter',
		data: { datasets: [points(people), points(own === null ? [] : [own])] },
		options: {
			responsive: true,
			maintainAspectRatio: false,
			animation: false,
			events: [],
			// Half a step to each side: beads at the ends of the scale reach beyond it.
			layout: { padding: { top: 2, bottom: 2 } },
			scales: {
				x: { min: -step / 2, max: 100 + step / 2, reverse: direction === 'rtl', display: false },
				y: { min: -1, max: 1, display: false }
			}
		},
		plugins: [groupPlugin(model, palette)]
	};
}
