import type { Script } from './scripts';

type LanguageRecord = {
	/** BCP 47, for `lang` and `hreflang`. */
	tag: string;
	/** For `Intl` and ICU. Digits are pinned, since browsers and Node disagree about Arabic's. */
	intl: string;
	script: Script;
	direction: 'ltr' | 'rtl';
	/** Open Graph asks for a territory, whatever the language. */
	openGraph: string;
	name: string;
	/** What stands before and after words that somebody said. */
	quotes: readonly [string, string];
	/** Languages whose readers mostly read this one too. */
	standsInFor: readonly string[];
};

/** The first stands at `/`, without a prefix. */
const RECORDS = {
	en: {
		tag: 'en',
		intl: 'en',
		script: 'latin',
		direction: 'ltr',
		openGraph: 'en_US',
		name: 'English',
		quotes: ['“', '”'],
		standsInFor: []
	},
	es: {
		tag: 'es',
		intl: 'es',
		script: 'latin',
		direction: 'ltr',
		openGraph: 'es_ES',
		name: 'Español',
		quotes: ['«', '»'],
		standsInFor: ['ca', 'gl', 'eu', 'gn', 'qu', 'ay']
	},
	ar: {
		tag: 'ar',
		intl: 'ar-u-nu-latn',
		script: 'arabic',
		direction: 'rtl',
		openGraph: 'ar_AR',
		name: 'العربية',
		quotes: ['«', '»'],
		standsInFor: ['arb', 'arz', 'ary', 'arq', 'aeb', 'apc', 'ajp', 'acm', 'afb']
	}
} as const satisfies Record<string, LanguageRecord>;

export type Language = keyof typeof RECORDS;
export type { LanguageRecord };

export const LANGUAGES = Object.keys(RECORDS) as [Language, ...Language[]];

export const DEFAULT_LANGUAGE: Language = LANGUAGES[0];

export function isLanguage(value: string): value is Language {
	return Object.hasOwn(RECORDS, value);
}

export function recordOf(language: Language): LanguageRecord {
	return RECORDS[language];
}

/** @param tags BCP 47, best first, such as `['es-MX', 'en']` */
export function matchLanguage(tags: readonly string[]): Language | null {
	const wanted = tags.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
	const substitute = (tag: string) =>
		LANGUAGES.find((language) => recordOf(language).standsInFor.includes(tag));
	return wanted.find(isLanguage) ?? wanted.map(substitute).find((language) => language !== undefined) ?? null;
}
