import { expect, test } from 'vitest';
import type { SpreadPicture } from '../group';
import { drawnBy, namedPalette } from './canvas.fake';
import { groupConfig, groupThreads } from './group';
import { threadsConfig } from './threads-config';

/** What each window leaves to a drawing, in pixels: the whole picture, or half of it where two strings share it. */
const WINDOWS = [
	{ width: 980, height: 340, window: 768 },
	{ width: 1_820, height: 600, window: 1_080 },
	{ width: 3_640, height: 1_200, window: 2_160 }
];

const quarters = { low: 40, middle: 55, high: 70 };
const spreadOf = (count: number): SpreadPicture => ({
	kind: 'spread',
	places: [40, 55, 70].map((place) => ({ place, count })),
	quarters,
	middleZone: 50
});

function thinnest(strokes: readonly { width: number }[]) {
	return Math.min(...strokes.map(({ width }) => width));
}

test.each(WINDOWS)(
	'no line of a drawing is a hairline at a height of $window',
	({ width, height, window }) => {
		const least = window / 1_000;
		for (const direction of ['ltr', 'rtl'] as const) {
			for (const part of [1, 0.45])
				for (const picture of [spreadOf(3), spreadOf(30), { kind: 'nearlyAll', place: 50 } as const]) {
					const config = groupConfig({ picture, step: 5, own: null, direction }, namedPalette);
					expect(thinnest(drawnBy(config, width, height * part).stroked)).toBeGreaterThanOrEqual(least);
				}
			const dimensions = {
				filter: spreadOf(3),
				strings: spreadOf(3),
				pull: spreadOf(3),
				candour: spreadOf(3)
			};
			const model = { ...groupThreads(dimensions, direction), grows: true };
			const { stroked } = drawnBy(threadsConfig(model, namedPalette), width * 0.6, height);
			expect(thinnest(stroked)).toBeGreaterThanOrEqual(least);
		}
	}
);
