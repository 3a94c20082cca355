import { DIMENSIONS } from '../questions';
import { CUTS, ZONES, zonesIn, type Profile, type Zone } from '../scoring';
import type { ThreadRow, ThreadsModel } from './threads';

export function overallThread(
	profile: Profile,
	zoneNames: Record<Zone, string>,
	direction: ThreadsModel['direction'],
	beside: Pick<ThreadRow, 'guess' | 'other'> = {}
): ThreadsModel {
	const edges = [0, ...CUTS, 100];
	const held = zonesIn(profile.span);
	return {
		rows: [{ estimate: profile.overall, ...beside }],
		cuts: CUTS,
		zones: ZONES.map((zone, i) => ({
			from: edges[i] as number,
			to: edges[i + 1] as number,
			name: zoneNames[zone],
			held: held.includes(zone)
		})),
		direction
	};
}

/** Names and scores stand beside the drawing. @param foot see `ThreadsModel` */
export function dimensionThreads(
	profile: Profile,
	direction: ThreadsModel['direction'],
	foot: number
): ThreadsModel {
	return {
		rows: DIMENSIONS.map((dimension) => ({ estimate: profile.dimensions[dimension] ?? null })),
		cuts: CUTS,
		zones: [],
		direction,
		size: 15,
		foot
	};
}

/** Puts two results on one string, the first above it, the second below. */
export function pairedThread(
	[first, second]: readonly [ThreadRow, ThreadRow],
	direction: ThreadsModel['direction']
): ThreadsModel {
	return { rows: [{ ...first, other: second }], cuts: CUTS, zones: [], direction };
}
