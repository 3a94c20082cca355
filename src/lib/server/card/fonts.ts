import { GlobalFonts } from '@napi-rs/canvas';
import { createRequire } from 'node:module';

/** The faces of styles/fonts.css, under the names that they have there. A test holds the two together. */
export const FONT_FILES = [
	['Literata', '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2'],
	[
		'Atkinson',
		'@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'
	],
	['Noto Naskh', '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2'],
	['Noto Naskh', '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal.woff2']
] as const;

// The packages are dependencies, so Node finds them from the built server as well as from the source.
const { resolve } = createRequire(import.meta.url);

/** Makes the fonts known to Skia. Throws where one is missing: a card without its letters must not leave. */
export function registerFonts(): void {
	for (const [family, file] of FONT_FILES) {
		if (!GlobalFonts.registerFromPath(resolve(file), family))
			throw new Error(`the font ${file} cannot be read`);
	}
}
