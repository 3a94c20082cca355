import { addMessages } from 'svelte-i18n';
import type { Language } from '../languages';
import { PSEUDO, type Locale } from '../address';
import type { Area } from './keys';
import { pseudoTree } from './pseudo';

const files = import.meta.glob<Record<string, never>>(['./messages/*/*.json', '!**/rules.json'], {
	import: 'default'
});

// Only ever grows, and is the same for every visitor.
const loaded = new Set<string>();

export async function loadMessages(locale: Locale, areas: readonly Area[]): Promise<void> {
	await Promise.all(
		areas.map(async (area) => {
			if (loaded.has(`${locale}/${area}`)) return;
			const messages = await loadWords(locale, async (language) => {
				const load = files[`./messages/${language}/${area}.json`];
				if (!load) throw new RangeError(`no messages for ${area} in ${language}`);
				return load();
			});
			// Two pages may have waited for it at once; merging twice doubles every parsed message.
			if (loaded.has(`${locale}/${area}`)) return;
			addMessages(locale, { [area]: messages });
			loaded.add(`${locale}/${area}`);
		})
	);
}

export async function loadWords<T>(locale: Locale, load: (language: Language) => Promise<T>): Promise<T> {
	if (import.meta.env.DEV && locale === PSEUDO) return pseudoTree(await load('en'));
	return load(locale as Language);
}
