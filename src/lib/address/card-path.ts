import { localPath, type Locale } from './locale';

export const CARD_SHAPES = ['wide', 'square', 'tall'] as const;
export type CardShape = (typeof CARD_SHAPES)[number];

export const CARD_THEMES = ['light', 'dark'] as const;
export type CardTheme = (typeof CARD_THEMES)[number];

/** @param version of the app that draws it: whoever fetches a picture keeps it for ever */
export function cardPath(
	locale: Locale,
	path: string,
	version: string,
	{ shape = 'wide', theme = 'light' }: { shape?: CardShape; theme?: CardTheme } = {}
): string {
	const query = new URLSearchParams({ shape, theme, v: version });
	return `${localPath(locale, `${path === '/' ? '' : path}/card.png`)}?${query}`;
}
