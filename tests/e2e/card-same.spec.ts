import sharp from 'sharp';
import { SharePanel } from './pages/share-panel';
import { expect, test } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { CODE } from '../support/runs';

/**
 * How far apart the two may be, of 255, as the mean over all pixels and colours. They are drawn by the same code but
 * not by the same rasteriser: hinting and antialiasing differ at the edges of letters (0.2 to 0.5 when this was
 * written), and the server's picture has fewer colours. Eight pixels beside it, the same picture is 7 to 14 away.
 */
const MOST = 1;
/** The same in the one place where they differ most, so that no single word can be elsewhere (2 to 4). */
const MOST_IN_A_TILE = 8;
const TILE = 60;

const VARIANTS = [
	{ shape: 'wide', theme: 'light', language: 'en' },
	{ shape: 'square', theme: 'dark', language: 'es' },
	{ shape: 'tall', theme: 'light', language: 'ar' }
] as const;

/** Red, green and blue of each pixel. */
const pixelsOf = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });

type Picture = Awaited<ReturnType<typeof pixelsOf>>;

/** The mean difference of two pictures, and that of the tile where they differ most; the second is moved aside. */
function difference({ data: a, info }: Picture, { data: b }: Picture, moved = 0) {
	const { width, height } = info;
	const columns = Math.ceil(width / TILE);
	const tiles = new Float64Array(columns * Math.ceil(height / TILE));
	for (let y = 0; y < height; y++) {
		for (let x = moved; x < width; x++) {
			const i = (y * width + x) * 3;
			const tile = Math.floor(y / TILE) * columns + Math.floor(x / TILE);
			for (let channel = i; channel < i + 3; channel++)
				tiles[tile] = (tiles[tile] ?? 0) + Math.abs((a[channel] ?? 0) - (b[channel - moved * 3] ?? 0));
		}
	}
	const sum = tiles.reduce((total, one) => total + one, 0);
	return { mean: sum / (width * height * 3), worst: Math.max(...tiles) / (TILE * TILE * 3) };
}

for (const { shape, theme, language } of VARIANTS) {
	test.describe(`the ${shape} ${theme} card in ${language}`, () => {
		test.use({ language });

		test('is the same whether the browser or the server draws it', async ({ page, request }) => {
			const panel = new SharePanel(page, language);
			await panel.open(CODE);
			await panel.choose(shape, theme);
			const here = await pixelsOf((await panel.save()).png);
			const address = inLanguage(language, `/result/${CODE}/card.png?shape=${shape}&theme=${theme}`);
			const there = await pixelsOf(await (await request.get(address)).body());

			expect(here.info).toEqual({ ...there.info, size: here.info.size });
			const same = difference(here, there);
			const shifted = difference(here, there, 8);
			expect(same.mean).toBeLessThan(MOST);
			expect(same.worst).toBeLessThan(MOST_IN_A_TILE);
			// The bounds are ones that tell.
			expect(shifted.mean).toBeGreaterThan(2 * MOST);
			expect(shifted.worst).toBeGreaterThan(2 * MOST_IN_A_TILE);
		});
	});
}
