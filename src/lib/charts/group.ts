import type { ChartConfiguration, Plugin } from 'chart.js';
import type { GroupPicture, SpreadPicture } from '../group';
import { DIMENSIONS } from '../questions';
import { layOutBeads, SWARM_ABOVE } from './bead-layout';
import type { Palette } from './palette';
import { drawThread, type ThreadMark } from './thread';
import { fallen } from './reveal';
import { bareChart, bareScale } from './bare-chart';
import { bead, hollowBead, knot, line } from './thread-parts';
import type { ThreadRow, ThreadsModel } from './threads';

export type GroupStringModel = {
	picture: SpreadPicture;
	/** Points from one place to the next. */
	step: number;
	/** The place of the person looking; null on the screen. */
	own: number | null;
	direction: 'ltr' | 'rtl';
};

/** Half a zone; none reaches over the ends of the scale. */
const HALF_ZONE = 12.5;

/**
 * Draws the half around the middle as the frayed part; a small group tells only the zone that its middle
 * lies in.
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

function sizeIn({ width, height }: { width: number; height: number }): number {
	return Math.min(Math.max(9, height * 0.085), width * 0.03);
}

function groupPlugin(
	{ picture, step, own, direction }: GroupStringModel,
	palette: Palette,
	shown: () => number
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
			// Hanging beads need the space below; a swarm, and an empty string, lie in the middle.
			const hangs = people > 0 && people <= SWARM_ABOVE;
			const y = hangs ? chartArea.top + size * 1.5 : chartArea.top + chartArea.height / 2;
			const layout = layOutBeads(places, {
				column: Math.abs(x(step) - x(0)),
				below: chartArea.bottom - y,
				above: y - chartArea.top,
				gap: size * 1.45,
				largest: size * (hangs ? 2.4 : 1.2)
			});

			const arrived = shown();
			ctx.save();
			if (layout.straight && arrived === 1) {
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
			const marks: ThreadMark[] =
				hanging && arrived === 1
					? [{ beadX: x(hanging.score), lowX: x(hanging.band.low), highX: x(hanging.band.high) }]
					: [];
			drawThread(ctx, { favourX: x(0), valueX: x(100), y, size, marks, tie: 'knot' }, palette);
			layout.beads.forEach(({ place, along, away }, i) => {
				const above = (1 - fallen(i, layout.beads.length, arrived)) * (y + away + 2 * layout.radius);
				const across = x(place) + along * (direction === 'rtl' ? -1 : 1);
				bead(ctx, across, y + away - above, layout.radius * 0.94, palette);
			});
			if (hanging && arrived === 1) knot(ctx, x(hanging.score), y, size, palette);
			if (own !== null) hollowBead(ctx, x(own), y, size * 0.95, palette);
			ctx.restore();
		}
	};
}

/**
 * Configures one bead per person at their place, the half in the middle frayed, a knot at the median. Each person is one
 * point of the dataset.
 */
export function groupConfig(
	model: GroupStringModel,
	palette: Palette,
	shown: () => number = () => 1
): ChartConfiguration<'scatter'> {
	const { picture, step, own, direction } = model;
	const people =
		picture.kind === 'spread'
			? picture.places.flatMap(({ place, count }) => Array<number>(count).fill(place))
			: [];
	const points = (places: readonly number[]) => places.map((place) => ({ x: place, y: 0 }));
	return bareChart({
		points: [points(people), points(own === null ? [] : [own])],
		padding: { top: 2, bottom: 2 },
		scales: {
			// Half a step to each side: beads at the ends of the scale reach beyond it.
			x: bareScale(-step / 2, 100 + step / 2, direction === 'rtl'),
			y: bareScale(-1, 1)
		},
		plugin: groupPlugin(model, palette, shown)
	});
}
