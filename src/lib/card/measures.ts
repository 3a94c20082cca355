import type { CardShape } from '../address';
import type { HeadlineRange } from './sheet';

type Fitted = { size: number; smallest: number; lines: number };

/** Pixels. */
export type Measures = {
	side: number;
	top: number;
	bottom: number;
	/** The emblem of a result, and where it stands: `beside` the headline or `above` it. */
	knot: number;
	knotIs: 'beside' | 'above';
	/** The emblems of a comparison. */
	smallKnot: number;
	name: number;
	headline: HeadlineRange;
	sense: Fitted;
	pole: number;
	/** Half the height of the frayed part. */
	thread: number;
	pairedThread: number;
	dimensionThread: number;
	label: number;
	labelLines: number;
	question: Fitted;
	site: number;
	address: number;
	/** What the names of the dimensions take of the width. */
	labelShare: number;
	gap: number;
};

/** The app that shows a story covers its top and bottom: the tall card keeps 13 % free at both. */
export const MEASURES: Record<CardShape, Measures> = {
	wide: {
		side: 64,
		top: 48,
		bottom: 44,
		knot: 210,
		knotIs: 'beside',
		smallKnot: 62,
		name: 36,
		headline: { largest: 112, smallest: 44, lines: 4, lineCosts: 0.2 },
		sense: { size: 36, smallest: 30, lines: 2 },
		pole: 36,
		thread: 38,
		pairedThread: 38,
		dimensionThread: 17,
		label: 36,
		labelLines: 1,
		question: { size: 48, smallest: 38, lines: 1 },
		site: 34,
		address: 32,
		labelShare: 0.34,
		gap: 24
	},
	square: {
		side: 72,
		top: 68,
		bottom: 64,
		knot: 220,
		knotIs: 'beside',
		smallKnot: 84,
		name: 38,
		headline: { largest: 108, smallest: 50, lines: 4, lineCosts: 0.12 },
		sense: { size: 42, smallest: 32, lines: 3 },
		pole: 38,
		thread: 44,
		pairedThread: 60,
		dimensionThread: 19,
		label: 38,
		labelLines: 2,
		question: { size: 48, smallest: 40, lines: 1 },
		site: 36,
		address: 34,
		labelShare: 0.34,
		gap: 26
	},
	tall: {
		side: 84,
		top: 250,
		bottom: 250,
		knot: 230,
		knotIs: 'above',
		smallKnot: 110,
		name: 46,
		headline: { largest: 128, smallest: 60, lines: 4, lineCosts: 0.08 },
		sense: { size: 46, smallest: 36, lines: 4 },
		pole: 42,
		thread: 54,
		pairedThread: 76,
		dimensionThread: 23,
		label: 42,
		labelLines: 2,
		question: { size: 60, smallest: 48, lines: 2 },
		site: 44,
		address: 42,
		labelShare: 0.34,
		gap: 30
	}
};
