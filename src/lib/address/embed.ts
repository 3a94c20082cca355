import { localPath, withoutLocale, type Locale } from './locale';

const FRAMEABLE = /^\/(quiz|result)\//;
const PREFIX = '/embed';

export function isEmbedded(pathname: string): boolean {
	const path = withoutLocale(pathname);
	return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

/** Strips language and frame: `/es/embed/quiz/full` becomes `/quiz/full`. */
export function routeOf(pathname: string): string {
	const path = withoutLocale(pathname);
	const inner = path.slice(PREFIX.length);
	return isEmbedded(pathname) && FRAMEABLE.test(inner) ? inner : path;
}

export const EMBED_THEMES = ['light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

export function embedTheme(url: URL): EmbedTheme | null {
	if (!isEmbedded(url.pathname)) return null;
	const asked = url.searchParams.get('theme')?.toLowerCase();
	return EMBED_THEMES.find((theme) => theme === asked) ?? null;
}

/** The address of a page as seen from `from`: who is in a frame stays there, in the same colours. */
export function addressFrom(from: URL, locale: Locale, path: string): string {
	if (!isEmbedded(from.pathname) || !(FRAMEABLE.test(path) || path === '/')) return localPath(locale, path);
	const theme = embedTheme(from);
	return localPath(locale, path === '/' ? PREFIX : PREFIX + path) + (theme ? `?theme=${theme}` : '');
}
