import { describe, expect, test } from 'vitest';
import { isLanguage, LANGUAGES, matchLanguage, recordOf } from './index';

describe('a language', () => {
	test('is one that has a record, nothing that every object has', () => {
		expect(LANGUAGES.every(isLanguage)).toBe(true);
		expect(['', 'xx', 'toString', '__proto__'].filter(isLanguage)).toEqual([]);
	});

	test('stands in for no language that is here itself, nor for one that another stands in for', () => {
		const others = LANGUAGES.flatMap((language) => recordOf(language).standsInFor);
		expect(others.filter(isLanguage)).toEqual([]);
		expect(new Set(others).size).toBe(others.length);
	});
});

describe('matchLanguage', () => {
	test.each([
		[['es-MX', 'en'], 'es'],
		[['de', 'AR-eg'], 'ar'],
		[['ca'], 'es'],
		[['de', 'arz'], 'ar'],
		[['ca', 'en'], 'en'],
		[['de', 'fr'], null],
		[[], null]
	] as const)('answers %j with %s', (tags, language) => {
		expect(matchLanguage(tags)).toBe(language);
	});
});
