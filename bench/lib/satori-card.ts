import { Resvg } from '@resvg/resvg-js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import satori from 'satori';
import { drawThread } from '../../src/lib/charts/thread.ts';
import { KNOT_BOX, layersOfKnot, pathAttributes } from '../../src/lib/knots/index.ts';
import type { Zone } from '../../src/lib/scoring/index.ts';
import type { CardModel } from '../../src/lib/card/model.ts';
import { PathRecorder } from './path-recorder.ts';

/*
 * The wide card in the way that most share-image services draw theirs: satori lays out flex boxes and gives an SVG, resvg
 * makes it a PNG. Same words, same sizes, same threads; satori takes the regular instance of a variable font, so the
 * headline is less bold than ours.
 */

const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@fontsource-variable/${file}`));

const fonts = [
	{
		name: 'Literata',
		data: font('literata/files/literata-latin-wght-normal.woff2'),
		weight: 400,
		style: 'normal'
	},
	{
		name: 'Atkinson',
		data: font('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
		weight: 400,
		style: 'normal'
	}
] as const;

const palette = {
	paper: '#fbf8f2',
	ink: '#241d17',
	inkSoft: '#5f554b',
	line: '#d9cfc0',
	thread: '#a8232f',
	threadDeep: '#7c1420',
	threadLight: '#d9727a',
	favour: '#8f5f00',
	value: '#173b5f',
	sans: 'Atkinson'
};

const SIDE = 64;
const WIDTH = 1200;
const HEIGHT = 630;

type Node = { type: string; key: null; props: Record<string, unknown> };

function box(style: Record<string, unknown>, ...children: (Node | string)[]): Node {
	return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}

function thread(estimate: CardModel['overall'][number]['estimate'], width: number, size: number): Node {
	const height = Math.ceil(size * 2.4);
	const recorder = new PathRecorder();
	const x = (value: number) => size + ((width - 2 * size) * value) / 100;
	const marks = estimate
		? [{ beadX: x(estimate.score), lowX: x(estimate.band.low), highX: x(estimate.band.high) }]
		: [];
	drawThread(
		recorder as unknown as CanvasRenderingContext2D,
		{ favourX: x(0), valueX: x(100), y: height / 2, size, marks },
		palette
	);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${recorder.svg()}</svg>`;
	return picture(svg, width, height);
}

function knot(zone: Zone, size: number): Node {
	const paths = layersOfKnot(zone, size).map((layer) => {
		const attributes = Object.entries({ ...pathAttributes(layer), stroke: palette[layer.ink] });
		return `<path ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')}/>`;
	});
	const box = `viewBox="0 0 ${KNOT_BOX} ${KNOT_BOX}" width="${size}" height="${size}"`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} fill="none">${paths.join('')}</svg>`;
	return picture(svg, size, size);
}

function picture(svg: string, width: number, height: number): Node {
	const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
	return { type: 'img', key: null, props: { src, width, height } };
}

function tree({ words, overall }: CardModel): Node {
	const inner = WIDTH - 2 * SIDE;
	return box(
		{
			flexDirection: 'column',
			justifyContent: 'space-between',
			width: WIDTH,
			height: HEIGHT,
			padding: `48px ${SIDE}px 44px`,
			background: palette.paper,
			color: palette.ink,
			fontFamily: 'Atkinson'
		},
		box(
			{ alignItems: 'center' },
			...overall.map(({ zone }) => knot(zone, 210)),
			box(
				{ fontFamily: 'Literata', fontSize: 68, lineHeight: 1.12, marginLeft: 38, width: 820 },
				words.headline
			)
		),
		box(
			{ flexDirection: 'column' },
			...overall.map(({ estimate }) => thread(estimate, inner, 38)),
			box(
				{ justifyContent: 'space-between', fontSize: 36 },
				box({ color: palette.favour }, words.poles.favour),
				box({ color: palette.value }, words.poles.value)
			)
		),
		box(
			{ justifyContent: 'space-between', alignItems: 'flex-end' },
			box({ fontFamily: 'Literata', fontSize: 54, color: palette.thread }, words.question),
			box(
				{ flexDirection: 'column', alignItems: 'flex-end' },
				box({ fontFamily: 'Literata', fontSize: 34 }, words.site),
				box({ fontSize: 32, color: palette.inkSoft }, words.address)
			)
		)
	);
}

/** A card as satori and resvg make it. */
export async function satoriCard(model: CardModel): Promise<Uint8Array> {
	const svg = await satori(tree(model), { width: WIDTH, height: HEIGHT, fonts: [...fonts] });
	return new Resvg(svg).render().asPng();
}
