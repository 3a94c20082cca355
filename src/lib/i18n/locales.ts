import { PSEUDO, type Locale } from '../address';
import { DEFAULT_LANGUAGE, matchLanguage, recordOf, type Language, type LanguageRecord } from '../languages';

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
