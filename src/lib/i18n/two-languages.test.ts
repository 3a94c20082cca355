import { parse } from '@formatjs/icu-messageformat-parser';
import { addMessages, format, init, locale as globalLocale } from 'svelte-i18n';
import { get } from 'svelte/store';
import { expect, test } from 'vitest';
import { I18n } from './i18n';
import type { MessageKey } from './keys';

// What svelte-i18n does by itself, and why I18n does not rely on it. A file of its own, since `init` is global.
void init({ fallbackLocale: 'en', initialLocale: 'en' });

const forms = '{n, plural, one {one} two {two} few {few, #} other {other, #}}';
// svelte-i18n reads the text, we what the build makes of it.
for (const locale of ['en', 'ar']) {
	addMessages(locale, { probe: { text: forms, parsed: parse(forms) as never } });
}
const key = 'probe.parsed' as MessageKey;

test('svelte-i18n answers Arabic with English plurals once English compiled the same text; we do not', () => {
	const $format = get(format);
	const documented = (locale: string, n: number) => $format('probe.text', { values: { n }, locale });
	expect([2, 3].map((n) => documented('en', n))).toEqual(['other, 2', 'other, 3']);
	// The reason for our own `write`. When this fails, svelte-i18n was mended.
	expect([2, 3].map((n) => documented('ar', n))).toEqual(['other, 2', 'other, 3']);

	const ours = (locale: 'en' | 'ar', n: number) => new I18n(() => locale).t(key, { n });
	expect([2, 3].map((n) => ours('en', n))).toEqual(['other, 2', 'other, 3']);
	expect([2, 3].map((n) => ours('ar', n))).toEqual(['two', 'few, 3']);
});

test('svelte-i18n mixes the languages of two requests that overlap; ours keeps them apart', async () => {
	/** One request by the documented way and by ours, with a wait between choosing the language and writing. */
	async function answer(locale: 'en' | 'ar', database: Promise<void>) {
		await globalLocale.set(locale);
		const i18n = new I18n(() => locale);
		await database;
		return { documented: get(globalLocale), ours: [i18n.locale, i18n.direction, i18n.t(key, { n: 2 })] };
	}
	const slow = Promise.withResolvers<void>();
	const first = answer('ar', slow.promise);
	const second = await answer('en', Promise.resolve());
	slow.resolve();

	expect(second).toEqual({ documented: 'en', ours: ['en', 'ltr', 'other, 2'] });
	expect(await first).toEqual({ documented: 'en', ours: ['ar', 'rtl', 'two'] });
});
