import { PSEUDO, type Locale } from '../address';
import { DEFAULT_LANGUAGE, recordOf, type Language, type LanguageRecord } from '../languages';

const PSEUDO_RECORD: LanguageRecord = {
	...recordOf(DEFAULT_LANGUAGE),
	tag: 'en-XA',
	direction: 'rtl',
	name: '⟦Pseudo⟧'
};

export function languageOf(locale: Locale): Language {
	return locale === PSEUDO ? DEFAULT_LANGUAGE : locale;
}

export function factsOf(locale: Locale): LanguageRecord {
	return locale === PSEUDO ? PSEUDO_RECORD : recordOf(locale);
}
