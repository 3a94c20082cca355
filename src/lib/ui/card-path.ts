import { version } from '$app/environment';
import type { CardShape, CardTheme } from '../card';
import { localPath, type Locale } from '../i18n';

/**
 * Where the picture of a page is, from the root. It is kept for ever by whoever fetches it, so its address
 * names the version that drew it.
 * @param path the page's own path without its language, such as `/result/<code>`; `/` is the quiz itself
 */
export function cardPath(
	locale: Locale,
	path: string,
	{ shape = 'wide', theme = 'light' }: { shape?: CardShape; theme?: CardTheme } = {}
): string {
	const query = new URLSearchParams({ shape, theme, v: version });
	return `${localPath(locale, `${path === '/' ? '' : path}/card.png`)}?${query}`;
}
