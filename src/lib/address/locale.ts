import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../languages';
import { ownPath } from './own-path';

/** The made-up language of development, longer and mirrored: it shows text that nobody translated. */
export const PSEUDO = 'xx';
export type Locale = Language | typeof PSEUDO;

function prefixOf(pathname: string): Locale | undefined {
	const first = pathname.split('/')[1] ?? '';
	if (isLanguage(first) && first !== DEFAULT_LANGUAGE) return first;
	if (import.meta.env.DEV && first === PSEUDO) return PSEUDO;
	return undefined;
}

export function localeOf(pathname: string): Locale {
	return prefixOf(pathname) ?? DEFAULT_LANGUAGE;
}

export function withoutLocale(pathname: string): string {
	const prefix = prefixOf(pathname);
	return prefix ? pathname.slice(prefix.length + 1) || '/' : pathname;
}

/** @param path starts with `/` and has no language yet; one from outside that names another host leads here all the same */
export function localPath(locale: Locale, path: string): string {
	if (locale === DEFAULT_LANGUAGE) return ownPath(path);
	return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
