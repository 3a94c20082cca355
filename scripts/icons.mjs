// Draws the icons of static/ from favicon.svg: run it by hand when that changes.
import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';

const folder = new URL('../static/', import.meta.url);
const svg = readFileSync(new URL('favicon.svg', folder), 'utf8').replace(/@media\(prefers.*?\}\}/, '');

/**
 * Without corners, and smaller: the system cuts the shape.
 *
 * @param {number} scale
 */
function bleeding(scale) {
	const aside = 16 * (1 - scale);
	return svg
		.replace('rx="7"', '')
		.replace('<path', `<g transform="translate(${aside} ${aside - scale / 2}) scale(${scale})"><path`)
		.replace('</svg>', '</g></svg>');
}

/**
 * @param {string} source
 * @param {number} size
 */
function png(source, size) {
	return sharp(Buffer.from(source), { density: (72 * size) / 32 })
		.resize(size, size)
		.png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
		.toBuffer();
}

/**
 * An icon file that holds one PNG of 32 pixels.
 *
 * @param {Buffer} image
 */
function ico(image) {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(1, 4);
	head.writeUInt8(32, 6);
	head.writeUInt8(32, 7);
	head.writeUInt16LE(1, 10);
	head.writeUInt16LE(32, 12);
	head.writeUInt32LE(image.length, 14);
	head.writeUInt32LE(head.length, 18);
	return Buffer.concat([head, image]);
}

const files = {
	'icon-192.png': await png(svg, 192),
	'icon-512.png': await png(svg, 512),
	'icon-maskable-512.png': await png(bleeding(0.72), 512),
	'apple-touch-icon.png': await png(bleeding(0.86), 180),
	'favicon.ico': ico(await png(svg, 32))
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(new URL(name, folder), bytes);
