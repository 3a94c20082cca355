import type { Zone } from '../scoring';
import { pathOf, type Curve } from './curves.ts';
import { KNOT_BOX, KNOTS, type KnotStroke } from './shapes.ts';

/** Of `styles/tokens.css`, as CSS writes colours. */
export type KnotColours = { paper: string; thread: string; threadDeep: string; threadLight: string };

/** In the units of the box. */
export type KnotLayer = {
	curve: Curve;
	ink: keyof KnotColours;
	width: number;
	cap: 'round' | 'butt';
	dash?: readonly [number, number];
	offset?: number;
};

/** Below so many pixels a twist is only noise. */
const TWIST_FROM = 28;

const TWIST = [3.2, 5.2] as const;

function layersOfStroke({ kind, curve, along }: KnotStroke, twisted: boolean): KnotLayer[] {
	const layer = (
		ink: KnotLayer['ink'],
		width: number,
		cap: KnotLayer['cap'] = 'round',
		rest: Partial<KnotLayer> = {}
	) => ({ curve, ink, width, cap, ...rest });
	switch (kind) {
		case 'gap':
			return [layer('paper', 7.4, 'butt')];
		case 'fibre':
			return twisted ? [layer('threadDeep', 2.4), layer('thread', 1.5)] : [layer('thread', 2.6)];
		case 'turn':
			return [
				layer('paper', 5.2),
				...(twisted ? [layer('threadDeep', 3.2), layer('thread', 1.6)] : [layer('threadDeep', 3)])
			];
		case 'string': {
			const first = along === undefined;
			const cap = first ? 'round' : 'butt';
			const gap = first ? [layer('paper', 7.4, 'butt')] : [];
			if (!twisted) return [...gap, layer('thread', 5, cap)];
			return [
				...gap,
				layer('threadDeep', 5, cap),
				layer('thread', 3.3, cap),
				layer('threadLight', 1.5, 'round', { dash: TWIST, offset: along ?? 0 })
			];
		}
	}
}

/** Returns what is painted, lowest first. @param pixels the side of the box as it will be seen */
export function layersOfKnot(zone: Zone, pixels: number): KnotLayer[] {
	return KNOTS[zone].flatMap((stroke) => layersOfStroke(stroke, pixels >= TWIST_FROM));
}

export type KnotPlace = {
	/** Left and top of the box, in pixels. */
	x: number;
	y: number;
	size: number;
	/** The string comes from where reading begins. */
	direction: 'ltr' | 'rtl';
};

export function drawKnot(
	context: CanvasRenderingContext2D,
	zone: Zone,
	{ x, y, size, direction }: KnotPlace,
	colours: KnotColours
): void {
	const scale = size / KNOT_BOX;
	context.save();
	context.translate(direction === 'ltr' ? x : x + size, y);
	context.scale(direction === 'ltr' ? scale : -scale, scale);
	context.lineJoin = 'round';
	for (const { curve, ink, width, cap, dash, offset } of layersOfKnot(zone, size)) {
		context.beginPath();
		context.moveTo(curve[0] as number, curve[1] as number);
		for (let i = 2; i < curve.length; i += 6)
			context.bezierCurveTo(...(curve.slice(i, i + 6) as [number, number, number, number, number, number]));
		context.setLineDash([...(dash ?? [])]);
		context.lineDashOffset = offset ?? 0;
		context.lineCap = cap;
		context.lineWidth = width;
		context.strokeStyle = colours[ink];
		context.stroke();
	}
	context.restore();
}

type PathAttributes = {
	d: string;
	'stroke-width': number;
	'stroke-linecap': KnotLayer['cap'];
	'stroke-dasharray'?: string;
	'stroke-dashoffset'?: number;
};

/** Returns the attributes of an SVG path in a viewBox of `0 0 48 48`. */
export function pathAttributes({ curve, width, cap, dash, offset }: KnotLayer): PathAttributes {
	return {
		d: pathOf(curve),
		'stroke-width': width,
		'stroke-linecap': cap,
		...(dash && { 'stroke-dasharray': dash.join(' '), 'stroke-dashoffset': offset ?? 0 })
	};
}
