import { localPath, withoutLocale, type Locale } from './locale';

/** What a page's `load` sets where other sites may frame it, as a value that browsers ignore; the hook lifts what else forbids it. */
export const FRAME_HEADER = 'x-frame-options';
export const FRAMEABLE = 'ALLOWALL';

const FRAMED = /^\/(quiz|result)\//;
const PREFIX = '/embed';

export function isEmbedded(pathname: string): boolean {
	const path = withoutLocale(pathname);
	return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

/** Strips language and frame: `/es/embed/quiz/full` becomes `/quiz/full`. */
export function routeOf(pathname: string): string {
	const path = withoutLocale(pathname);
	const inner = path.slice(PREFIX.length);
	return isEmbedded(pathname) && FRAMED.test(inner) ? inner : path;
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
	if (!isEmbedded(from.pathname) || !(FRAMED.test(path) || path === '/')) return localPath(locale, path);
	const theme = embedTheme(from);
	return localPath(locale, path === '/' ? PREFIX : PREFIX + path) + (theme ? `?theme=${theme}` : '');
}
