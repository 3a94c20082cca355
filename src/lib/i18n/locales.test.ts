import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { factsOf } from './locales';

describe('a language', () => {
	test('has a tag that a browser knows, and its own name', () => {
		for (const language of LANGUAGES) {
			const { tag, name, direction } = factsOf(language);
			expect(Intl.getCanonicalLocales(tag)).toEqual([language]);
			expect(name.toLowerCase()).toBe(
				new Intl.DisplayNames(language, { type: 'language' }).of(language)?.toLowerCase()
			);
			expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
		}
	});
});
