import type { Zone } from '../scoring';
import { layersOfKnot, pathAttributes, type KnotColours } from './draw.ts';
import { KNOT_BOX } from './shapes.ts';

/** What a tab shows an icon at. */
const PIXELS = 16;
const MARGIN = 3;

/** Returns an SVG document on its own paper, which follows the reader's theme. */
export function knotIcon(
	zone: Zone,
	direction: 'ltr' | 'rtl',
	{ light, dark }: { light: KnotColours; dark: KnotColours }
): string {
	const side = KNOT_BOX + 2 * MARGIN;
	const paths = layersOfKnot(zone, PIXELS)
		.map((layer) => {
			const attributes = Object.entries({ class: layer.ink, ...pathAttributes(layer) });
			return `<path ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')}/>`;
		})
		.join('');
	const mirrored = direction === 'rtl' ? ` transform="matrix(-1 0 0 1 ${KNOT_BOX} 0)"` : '';
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${side} ${side}">` +
		`<style>${rules(light)}@media(prefers-color-scheme:dark){${rules(dark)}}</style>` +
		`<rect class="ground" x="${-MARGIN}" y="${-MARGIN}" width="${side}" height="${side}" rx="11"/>` +
		`<g fill="none" stroke-linejoin="round"${mirrored}>${paths}</g></svg>`
	);
}

function rules(colours: KnotColours): string {
	const inks = Object.entries(colours).map(([ink, colour]) => `.${ink}{stroke:${colour}}`);
	return `.ground{fill:${colours.paper}}${inks.join('')}`;
}
