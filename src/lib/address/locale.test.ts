import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { localeOf, localPath, withoutLocale, type Locale } from './locale';

const locales = fc.constantFrom<Locale>(...LANGUAGES, 'xx');

describe('the address of a page', () => {
	const pages = fc
		.array(fc.stringMatching(/^[\w-]{1,12}$/), { maxLength: 4 })
		.filter(([first = '']) => !['es', 'ar', 'xx'].includes(first))
		.map((parts) => `/${parts.join('/')}`);

	test('says its language and gives the page back without it', () => {
		fc.assert(
			fc.property(locales, pages, (locale, page) => {
				const address = localPath(locale, page);
				expect(localeOf(address)).toBe(locale);
				expect(withoutLocale(address)).toBe(page);
			})
		);
	});

	test.each([
		['en', '/', '/'],
		['en', '/quiz/full', '/quiz/full'],
		['es', '/', '/es'],
		['es', '/quiz/full', '/es/quiz/full'],
		['ar', '/result/ABC', '/ar/result/ABC'],
		['xx', '/', '/xx']
	] as const)('in %s of %s is %s', (locale, page, address) => {
		expect(localPath(locale, page)).toBe(address);
	});

	test.each(['/escape', '/area/x', '/en', '/en/quiz', '/quiz/es', '/ES', '/de', '/', '', '//es'])(
		'%s is not taken for one in another language',
		(address) => {
			expect(localeOf(address)).toBe('en');
			expect(withoutLocale(address)).toBe(address);
		}
	);

	test('is on this site, whatever the address that it is made of', () => {
		for (const path of ['//evil.example/x', '/\\evil.example', '/es//evil.example/x'])
			for (const locale of ['en', 'es', 'ar'] as const)
				expect(new URL(localPath(locale, withoutLocale(path)), 'https://own.example').host).toBe(
					'own.example'
				);
	});

	test('with nothing but a slash after the language is its start page', () => {
		expect(withoutLocale('/ar/')).toBe('/');
	});
});
