import { version } from '$app/environment';
import type { CardShape, CardTheme } from '../card';
import { localPath, type Locale } from '../i18n/locales';

/**
 * The address of the picture of a result. It is kept for a year by whoever fetches it, so it names the version
 * that draws it.
 */
export function cardPath(
	code: string,
	{ shape, theme, locale }: { shape: CardShape; theme: CardTheme; locale: Locale }
): string {
	const query = new URLSearchParams({ shape, theme, v: version });
	return localPath(locale, `/result/${code}/card.png?${query}`);
}
