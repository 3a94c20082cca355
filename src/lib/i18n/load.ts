import { addMessages } from 'svelte-i18n';
import type { Language } from '../languages';
import { PSEUDO, type Locale } from '../address';
import type { Area } from './keys';
import { pseudoTree } from './pseudo';

const files = import.meta.glob<Record<string, never>>(['./messages/*/*.json', '!**/rules.json'], {
	import: 'default'
});

// What svelte-i18n's dictionary already holds. It only ever grows, and is the same for every visitor.
const loaded = new Set<string>();

/** Makes the messages of these areas known to svelte-i18n. Repeating it costs nothing. */
export async function loadMessages(locale: Locale, areas: readonly Area[]): Promise<void> {
	await Promise.all(
		areas.map(async (area) => {
			if (loaded.has(`${locale}/${area}`)) return;
			const messages = await loadWords(locale, async (language) => {
				const load = files[`./messages/${language}/${area}.json`];
				if (!load) throw new RangeError(`no messages for ${area} in ${language}`);
				return load();
			});
			// Two pages may have waited for it at once. Merged twice, every parsed message would be doubled.
			if (loaded.has(`${locale}/${area}`)) return;
			addMessages(locale, { [area]: messages });
			loaded.add(`${locale}/${area}`);
		})
	);
}

/** Loads words of a real language, or English made strange where the pseudo-language is asked for. */
export async function loadWords<T>(locale: Locale, load: (language: Language) => Promise<T>): Promise<T> {
	if (import.meta.env.DEV && locale === PSEUDO) return pseudoTree(await load('en'));
	return load(locale as Language);
}
