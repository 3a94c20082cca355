import type { Zone } from '../scoring';
import { lengthOf, partOf, straight, type Curve, type Point } from './curves.ts';

export const KNOT_BOX = 48;

export type KnotStroke = {
	/** A `string` is twisted, a `turn` is wound round it, a `fibre` is one strand, a `gap` parts what crosses. */
	kind: 'string' | 'turn' | 'fibre' | 'gap';
	curve: Curve;
	/** Of a string that is painted once more, above what it crosses: the length before it. */
	along?: number;
};

const string = (curve: Curve): KnotStroke => ({ kind: 'string', curve });
const turn = (from: Point, to: Point): KnotStroke => ({ kind: 'turn', curve: straight(from, to) });
const fibre = (...curve: number[]): KnotStroke => ({ kind: 'fibre', curve });
const gap = (curve: Curve): KnotStroke => ({ kind: 'gap', curve });
const above = (curve: Curve, first: number, last: number): KnotStroke => ({
	kind: 'string',
	curve: partOf(curve, first, last),
	along: lengthOf(partOf(curve, 0, first - 1))
});

const hook: Curve = [
	3, 8, 14, 8, 34, 1, 34, 15, 34, 19, 34, 23, 34, 27, 34, 47, 9, 47, 9, 26, 9, 24, 9, 22, 9, 20, 11, 25, 14,
	28, 19, 30
];
const loop: Curve = [
	3, 38, 8, 38, 12, 38, 17, 37, 23, 35.8, 29, 33, 33, 29, 37, 25, 39, 21.5, 39, 17, 39, 1, 9, 1, 9, 17, 9,
	21.5, 11, 25, 15, 29, 19, 33, 25, 35.8, 31, 37, 36, 38, 40, 38, 45, 38
];
const bowLeft: Curve = [24, 21, 17, 9, 3, 5, 4, 16, 5, 27, 16, 26, 24, 21];
const bowRight: Curve = [24, 21, 31, 9, 45, 5, 44, 16, 43, 27, 32, 26, 24, 21];
const tallyString: Curve = [3, 35, 13, 36, 35, 12, 45, 13];

/** Drawn for reading from left to right: what begins or ends, begins where reading does. */
export const KNOTS: Record<Zone, readonly KnotStroke[]> = {
	huntingFavours: [string(hook), turn([30.6, 18.2], [37.4, 16.2]), turn([30.6, 22.4], [37.4, 20.4])],
	keepingCount: [
		string([11, 8, 10.4, 18, 10.8, 30, 10, 40]),
		string([28.4, 8, 28, 18, 28.4, 30, 27.6, 40]),
		string(tallyString),
		string([19.6, 7, 20, 18, 19, 30, 19.2, 41]),
		string([37.4, 7, 37.8, 18, 36.8, 30, 36.6, 41])
	],
	dealingOpenly: [
		string([24, 21, 21, 28, 15, 37, 8, 41]),
		string([24, 21, 27, 28, 33, 37, 40, 41]),
		string(bowLeft),
		string(bowRight),
		turn([21.7, 25.2], [22.5, 16.8]),
		turn([25.5, 25.2], [26.3, 16.8])
	],
	goingByValue: [string(loop), gap(partOf(loop, 5)), above(loop, 4, 6)],
	valueAlone: [
		fibre(25.1, 22.4, 31.1, 28.5, 38.9, 28.0, 46.2, 26.2),
		fibre(24.6, 22.9, 31.6, 30.0, 38.1, 32.6, 46.6, 34.7),
		fibre(24.0, 23.5, 31.1, 30.6, 37.4, 33.5, 41.7, 41.2),
		fibre(23.4, 24.1, 30.5, 31.1, 29.1, 39.8, 35.2, 46.1),
		fibre(22.9, 24.6, 28.9, 30.5, 28.4, 38.1, 26.6, 45.2),
		string([3, 8, 13, 8, 20, 16, 25, 25]),
		turn([20.6, 24.9], [27, 19.9]),
		turn([23.2, 28], [29.6, 23])
	]
};
