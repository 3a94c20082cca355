import { GlobalFonts } from '@napi-rs/canvas';
import { createRequire } from 'node:module';

/** The faces of `styles/fonts.css` by the names they have there, which a test compares. */
export const FONT_FILES = [
	['Literata', '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2'],
	[
		'Atkinson',
		'@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'
	],
	['Noto Naskh', '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2'],
	['Noto Naskh', '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal.woff2']
] as const;

const { resolve } = createRequire(import.meta.url);

/** @throws where a font is missing: a card without its letters must not leave */
export function registerFonts(): void {
	for (const [family, file] of FONT_FILES) {
		if (!GlobalFonts.registerFromPath(resolve(file), family))
			throw new Error(`the font ${file} cannot be read`);
	}
}
