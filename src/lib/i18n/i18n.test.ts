import { parse } from '@formatjs/icu-messageformat-parser';
import { addMessages } from 'svelte-i18n';
import { describe, expect, test } from 'vitest';
import { I18n } from './i18n';
import type { MessageKey } from './keys';
import { loadMessages, loadWords } from './load';
import type { Locale } from '../address';

const [en, es, ar, xx] = (['en', 'es', 'ar', 'xx'] as const).map((locale) => new I18n(() => locale)) as [
	I18n,
	I18n,
	I18n,
	I18n
];

/** A message as the build leaves it. */
const tree = (message: string) => parse(message, { ignoreTag: true }) as never;

/** A key for messages that only these tests know. */
const probe = (name: string) => `probe.${name}` as MessageKey;

const forms =
	'{n, plural, zero {zero} one {one} two {two} few {few, #} many {many, #} other {other, #}} of {total, number}';

// The same text in each language: what differs is the grammar of the language alone.
for (const locale of ['en', 'es', 'ar'] as const) addMessages(locale, { probe: { forms: tree(forms) } });
addMessages('en', {
	probe: { plain: "it's {as} it is", named: tree('{a} and {b}'), tag: tree('<b>{a}</b>') }
});

describe('t', () => {
	test('gives the message of its own language', async () => {
		await Promise.all((['en', 'es', 'ar', 'xx'] as const).map((locale) => loadMessages(locale, ['site'])));
		expect(en.t('site.skipToContent')).toBe('Skip to the content');
		expect(es.t('site.skipToContent')).toBe('Ir al contenido');
		expect(ar.t('site.skipToContent')).toMatch(/^\p{Script=Arabic}[\p{Script=Arabic}\s]+$/u);
		expect(xx.t('site.skipToContent')).toBe('⟦Skîîp töö théé çööñtééñt⟧');
	});

	test('uses the plural forms of English', () => {
		const texts = [0, 1, 2, 3, 11, 100].map((n) => en.t(probe('forms'), { n, total: 20 }));
		expect(texts).toEqual(
			['other, 0', 'one', 'other, 2', 'other, 3', 'other, 11', 'other, 100'].map(ofTwenty)
		);
	});

	test('uses the plural forms of Spanish', () => {
		const texts = [0, 1, 2, 1_000_000].map((n) => es.t(probe('forms'), { n, total: 20 }));
		expect(texts).toEqual(['other, 0', 'one', 'other, 2', 'many, 1.000.000'].map(ofTwenty));
	});

	test('uses the plural forms of Arabic, with digits that every browser writes alike', () => {
		const texts = [0, 1, 2, 3, 10, 11, 99, 100].map((n) => ar.t(probe('forms'), { n, total: 20 }));
		const expected = ['zero', 'one', 'two', 'few, 3', 'few, 10', 'many, 11', 'many, 99', 'other, 100'];
		expect(texts).toEqual(expected.map(ofTwenty));
	});

	test('fills in every value, and leaves tags alone', () => {
		expect(en.t(probe('named'), { a: 1, b: 'two' })).toBe('1 and two');
		expect(en.t(probe('tag'), { a: '<i>' })).toBe('<b><i></b>');
	});

	test('throws where a value is missing', () => {
		expect(() => en.t(probe('named'), { a: 1 })).toThrow(/"b"/);
		expect(() => en.t(probe('named'))).toThrow(/"a"/);
	});

	test('gives a plain text as it stands', () => {
		expect(en.t(probe('plain'))).toBe("it's {as} it is");
	});

	test('throws for a key that no area has, or that names a whole branch', () => {
		expect(() => en.t(probe('missing'))).toThrow(new RangeError('no message probe.missing in en'));
		expect(() => en.t('probe' as MessageKey)).toThrow(RangeError);
	});

	test('throws instead of falling back to English', () => {
		expect(() => es.t(probe('named'), { a: 1, b: 2 })).toThrow(
			new RangeError('no message probe.named in es')
		);
	});

	test('follows the language that its function gives', () => {
		let locale: Locale = 'en';
		const i18n = new I18n(() => locale);
		expect([i18n.locale, i18n.direction, i18n.href('/quiz/full')]).toEqual(['en', 'ltr', '/quiz/full']);
		locale = 'ar';
		expect([i18n.locale, i18n.direction, i18n.href('/quiz/full')]).toEqual(['ar', 'rtl', '/ar/quiz/full']);
		expect(i18n.t(probe('forms'), { n: 2, total: 20 })).toBe(ofTwenty('two'));
	});

	test('works without this, as a component takes it out', () => {
		const { t, href, score } = ar;
		expect(t(probe('forms'), { n: 3, total: 20 })).toBe(ofTwenty('few, 3'));
		expect(href('/')).toBe('/ar');
		expect(score(64.5)).toBe('65');
	});
});

describe('numbers, days and lists', () => {
	test('a score is a whole number in digits that all languages here share', () => {
		expect([en, es, ar].map((i18n) => i18n.score(64.588))).toEqual(['65', '65', '65']);
		expect([en, es, ar].map((i18n) => i18n.score(100))).toEqual(['100', '100', '100']);
	});

	test('a day is written out in the language', () => {
		const day = new Date(2026, 10, 23, 12);
		expect(en.date(day)).toBe('November 23, 2026');
		expect(es.date(day)).toBe('23 de noviembre de 2026');
		expect(ar.date(day)).toMatch(/^23 \p{Script=Arabic}+ 2026$/u);
	});

	test('a day in UTC is the same in every time zone', () => {
		const zone = process.env['TZ'];
		try {
			for (const timeZone of [
				'Pacific/Pago_Pago',
				'America/Los_Angeles',
				'Europe/Berlin',
				'Pacific/Kiritimati'
			]) {
				process.env['TZ'] = timeZone;
				expect(en.dayInUtc('2026-11-23'), timeZone).toBe('November 23, 2026');
			}
		} finally {
			if (zone === undefined) delete process.env['TZ'];
			else process.env['TZ'] = zone;
		}
	});

	test('a list ends in the language’s “and”', () => {
		expect(en.list(['a', 'b', 'c'])).toBe('a, b, and c');
		expect(es.list(['a', 'b', 'c'])).toBe('a, b y c');
		expect(ar.list(['a', 'b', 'c'])).toBe('a وb وc');
	});
});

describe('loading', () => {
	test('makes an area known, in its language only', async () => {
		expect(() => en.t('terms.poles.favour')).toThrow(RangeError);
		await loadMessages('en', ['terms']);
		expect(en.t('terms.poles.favour')).toBe('Favour-hunting');
		expect(() => ar.t('terms.poles.favour')).toThrow(RangeError);
		await loadMessages('ar', ['terms']);
		expect(ar.t('terms.poles.favour')).toMatch(/\p{Script=Arabic}/u);
		expect(en.t('terms.poles.favour')).toBe('Favour-hunting');
	});

	test('keeps what was known before', async () => {
		await loadMessages('en', ['home']);
		await loadMessages('en', ['home', 'quiz']);
		expect(en.t('quiz.actions.next')).toBe('Next');
		expect(en.t('home.start.full.name')).toBe('Answer twenty scenes');
		expect(en.t(probe('named'), { a: 1, b: 2 })).toBe('1 and 2');
	});

	test('once is enough, also where two pages ask at the same time', async () => {
		await Promise.all([
			loadMessages('es', ['quiz']),
			loadMessages('es', ['quiz']),
			loadMessages('es', ['quiz', 'quiz'])
		]);
		expect(es.t('quiz.progress.position', { n: 1, total: 20 })).toBe('1 de 20');
	});

	test('says which area a language lacks', async () => {
		await expect(loadMessages('es', ['nowhere' as 'site'])).rejects.toThrow(
			new RangeError('no messages for nowhere in es')
		);
	});

	test('makes the pseudo-language out of English, and no other', async () => {
		const asked: string[] = [];
		const load = (language: string) => {
			asked.push(language);
			return Promise.resolve({ title: ['on', 3] });
		};
		expect(await loadWords('xx', load)).toEqual({ title: ['⟦ööñ⟧', 3] });
		expect(await loadWords('ar', load)).toEqual({ title: ['on', 3] });
		expect(asked).toEqual(['en', 'ar']);
	});
});

function ofTwenty(text: string): string {
	return `${text} of 20`;
}
