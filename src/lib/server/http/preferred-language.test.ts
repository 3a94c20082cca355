import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../languages';
import { preferredLanguage } from './preferred-language';

describe('the language that a browser asks for', () => {
	test.each([
		['es', 'es'],
		['ar-EG', 'ar'],
		['ES-mx', 'es'],
		['es-MX,es;q=0.9,en;q=0.8', 'es'],
		['en-GB,es;q=0.9', 'en'],
		['de-DE,de;q=0.9,ar;q=0.5,en;q=0.3', 'ar'],
		['en;q=0.2,ar;q=0.7,es;q=0.5', 'ar'],
		['en;q=0.2, ar; q=0.7 ,es;q=0.5', 'ar'],
		['en;Q=0.2,es;Q=0.5', 'es'],
		['en;level=1;q=0.2,es;q=0.3', 'es'],
		['es;q=0,en;q=0.1', 'en'],
		['es;q=0.000', null],
		['es;q=0.7,ar;q=0.7', 'es'],
		['*', null],
		['fr,de;q=0.9', null],
		['est', null],
		['', null],
		[null, null]
	])('%s is %s', (header, language) => {
		expect(preferredLanguage(header)).toBe(language);
	});

	test('is looked for at the beginning of a very long header only', () => {
		expect(preferredLanguage(`es,${'x'.repeat(1e6)}`)).toBe('es');
		expect(preferredLanguage(`${'de,'.repeat(1e6)}es`)).toBeNull();
	});

	test('is a language or none, whatever is sent', () => {
		const junk = fc.string({ unit: fc.constantFrom(...'esarn-_;q=01.,* \t') });
		fc.assert(
			fc.property(fc.oneof(fc.string(), junk), (header) => {
				expect([...LANGUAGES, null]).toContain(preferredLanguage(header));
			})
		);
	});

	test('is the first of those with the most weight', () => {
		const weight = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
		const part = fc.record({
			language: fc.constantFrom(...LANGUAGES, 'de', 'fr'),
			region: fc.boolean(),
			weight
		});
		fc.assert(
			fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
				const header = parts.map(
					({ language, region, weight }) => `${language}${region ? '-XY' : ''};q=${weight}`
				);
				const known = parts.filter(
					({ language, weight }) => weight > 0 && language !== 'de' && language !== 'fr'
				);
				const most = Math.max(...known.map(({ weight }) => weight));
				const best = known.find(({ weight }) => weight === most);
				expect(preferredLanguage(header.join(', '))).toBe(best?.language ?? null);
			})
		);
	});
});
