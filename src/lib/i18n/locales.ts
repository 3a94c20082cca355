import { ownPath } from '../address/own-path';
import {
	DEFAULT_LANGUAGE,
	isLanguage,
	matchLanguage,
	recordOf,
	type Language,
	type LanguageRecord
} from '../languages';

/** The made-up language of development: longer words, mirrored. It shows text that nobody translated. */
export const PSEUDO = 'xx';
export type Locale = Language | typeof PSEUDO;

const PSEUDO_RECORD: LanguageRecord = {
	...recordOf(DEFAULT_LANGUAGE),
	tag: 'en-XA',
	direction: 'rtl',
	name: '⟦Pseudo⟧'
};

/** Tags, direction and own name of a locale. */
export function factsOf(locale: Locale): LanguageRecord {
	return locale === PSEUDO ? PSEUDO_RECORD : recordOf(locale);
}

function prefixOf(pathname: string): Locale | undefined {
	const first = pathname.split('/')[1] ?? '';
	if (isLanguage(first) && first !== DEFAULT_LANGUAGE) return first;
	if (import.meta.env.DEV && first === PSEUDO) return PSEUDO;
	return undefined;
}

/** The language that an address asks for: `/es/…` is Spanish, an address without a prefix English. */
export function localeOf(pathname: string): Locale {
	return prefixOf(pathname) ?? DEFAULT_LANGUAGE;
}

/** The address without its language: `/es/quiz/full` becomes `/quiz/full`. */
export function withoutLocale(pathname: string): string {
	const prefix = prefixOf(pathname);
	return prefix ? pathname.slice(prefix.length + 1) || '/' : pathname;
}

/**
 * The address of a page in a language. `path` starts with `/` and has no language yet; one that came from outside and
 * names another host in front leads to this site all the same.
 */
export function localPath(locale: Locale, path: string): string {
	if (locale === DEFAULT_LANGUAGE) return ownPath(path);
	return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/**
 * The first language that we speak among those that a browser asks for, best first.
 * @param header an `Accept-Language` header such as `es-MX,es;q=0.9,en;q=0.8`; anything else gives null
 */
export function preferredLanguage(header: string | null): Language | null {
	const wanted = (header ?? '')
		.slice(0, 500)
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]).find(Boolean);
			return { tag, weight: q === undefined ? 1 : Number(q) };
		})
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight);
	return matchLanguage(wanted.map(({ tag }) => tag));
}
