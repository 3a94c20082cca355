import { describe, expect, it } from 'vitest';
import { ZONES, type Zone } from '../scoring';
import { lengthOf, straight } from './curves';
import { drawKnot, layersOfKnot, pathAttributes, type KnotColours } from './draw';
import { knotIcon } from './icon';
import { KNOT_BOX } from './shapes';

const colours: KnotColours = { paper: 'p', thread: 't', threadDeep: 'd', threadLight: 'l' };

/** The curves that a canvas was told to stroke, with the place where each begins. */
function drawn(zone: Zone, direction: 'ltr' | 'rtl') {
	let [scaleX, scaleY, x, y] = [1, 1, 0, 0];
	const points: [number, number][] = [];
	const at = (px: number, py: number) => points.push([x + px * scaleX, y + py * scaleY]);
	const known: Record<string, unknown> = {
		translate: (dx: number, dy: number) => ([x, y] = [x + dx, y + dy]),
		scale: (sx: number, sy: number) => ([scaleX, scaleY] = [sx, sy]),
		moveTo: at,
		bezierCurveTo: (...[a, b, c, d, e, f]: [number, number, number, number, number, number]) =>
			[at(a, b), at(c, d), at(e, f)].length
	};
	const context = new Proxy(known, {
		get: (all, name: string) => all[name] ?? (() => undefined),
		set: () => true
	});
	drawKnot(
		context as unknown as CanvasRenderingContext2D,
		zone,
		{ x: 100, y: 50, size: 96, direction },
		colours
	);
	return points;
}

describe.each(ZONES)('the knot of %s', (zone) => {
	it('stays in its box with the whole width of its strokes, at every size', () => {
		for (const pixels of [16, 200]) {
			for (const { curve, width, ink } of layersOfKnot(zone, pixels)) {
				if (ink === 'paper') continue;
				const ends = [0, 1].map((axis) => curve.filter((_, i) => i % 6 < 2 && i % 2 === axis));
				for (const place of ends.flat()) {
					expect(place).toBeGreaterThanOrEqual(width / 2);
					expect(place).toBeLessThanOrEqual(KNOT_BOX - width / 2);
				}
			}
		}
	});

	it('is mirrored where reading goes from right to left', () => {
		const [ltr, rtl] = [drawn(zone, 'ltr'), drawn(zone, 'rtl')];
		expect(ltr.length).toBeGreaterThan(8);
		expect(rtl.map(([x, y]) => [Math.round(296 - x), Math.round(y)])).toEqual(
			ltr.map(([x, y]) => [Math.round(x), Math.round(y)])
		);
	});

	it('is plain where it is small', () => {
		const inks = (pixels: number) => new Set(layersOfKnot(zone, pixels).map(({ ink }) => ink));
		expect(inks(24)).not.toContain('threadLight');
		expect(inks(48)).toContain('threadLight');
	});

	it('is an icon in both themes', () => {
		const icon = knotIcon(zone, 'rtl', { light: colours, dark: { ...colours, thread: 'dark' } });
		expect(icon).toContain('.thread{stroke:t}');
		expect(icon).toMatch(/prefers-color-scheme:dark\)\{.*\.thread\{stroke:dark\}/);
		expect(icon).toContain('matrix(-1 ');
		expect(knotIcon(zone, 'ltr', { light: colours, dark: colours })).not.toContain('matrix');
	});
});

describe('the five knots', () => {
	it('differ from one another', () => {
		const shapes = ZONES.map((zone) =>
			layersOfKnot(zone, 48)
				.map((layer) => pathAttributes(layer).d)
				.join()
		);
		expect(new Set(shapes).size).toBe(ZONES.length);
	});

	it('take up their twist again where a string is painted a second time', () => {
		const again = layersOfKnot('goingByValue', 48).filter(({ offset }) => offset);
		expect(again).toHaveLength(1);
		expect(again[0]?.offset).toBeGreaterThan(40);
	});
});

it('measures a straight line by its ends', () => {
	expect(lengthOf(straight([3, 4], [9, 12]))).toBeCloseTo(10, 6);
});
