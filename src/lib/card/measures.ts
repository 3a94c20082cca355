import type { CardShape } from '../address';

/** Pixels. */
export type Measures = {
	side: number;
	top: number;
	bottom: number;
	site: number;
	headline: { largest: number; smallest: number; lines: number };
	pole: number;
	/** Half the height of the frayed part. */
	thread: number;
	dimensionThread: number;
	figures: number;
	name: number;
	label: number;
	note: number;
	columns: number;
	gutter: number;
	/** Least space between blocks, and twice that between rows. */
	gap: number;
};

/** The app that shows a story covers its top and bottom: the tall card keeps 13 % free at both. */
export const MEASURES: Record<CardShape, Measures> = {
	wide: {
		side: 64,
		top: 48,
		bottom: 44,
		site: 34,
		headline: { largest: 80, smallest: 44, lines: 2 },
		pole: 30,
		thread: 34,
		dimensionThread: 17,
		figures: 32,
		name: 30,
		label: 27,
		note: 26,
		columns: 4,
		gutter: 60,
		gap: 24
	},
	square: {
		side: 76,
		top: 72,
		bottom: 68,
		site: 40,
		headline: { largest: 104, smallest: 52, lines: 3 },
		pole: 34,
		thread: 42,
		dimensionThread: 22,
		figures: 36,
		name: 36,
		label: 32,
		note: 30,
		columns: 2,
		gutter: 72,
		gap: 44
	},
	tall: {
		side: 84,
		top: 250,
		bottom: 250,
		site: 46,
		headline: { largest: 124, smallest: 60, lines: 3 },
		pole: 40,
		thread: 56,
		dimensionThread: 30,
		figures: 42,
		name: 40,
		label: 38,
		note: 34,
		columns: 1,
		gutter: 0,
		gap: 40
	}
};

/** Of the little string beside the name, in parts of the name's size. */
export const MARK_WIDTH = 1.9;
