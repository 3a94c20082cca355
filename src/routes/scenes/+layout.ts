import { loadMessages } from '$lib/i18n';
import { LANGUAGES, type Language } from '$lib/languages';
import { loadWordRules, type WordRules } from '$lib/questions/word-rules';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent }) => {
	const { locale } = await parent();
	const [rules] = await Promise.all([rulesByLanguage(), loadMessages(locale, ['scenes', 'terms', 'quiz'])]);
	return { rules };
};

/** Without a network only the visitor's own language is there: the others get no hints. */
async function rulesByLanguage(): Promise<Partial<Record<Language, WordRules>>> {
	const loaded = await Promise.all(
		LANGUAGES.map(async (language) => [language, await loadWordRules(language).catch(() => null)] as const)
	);
	return Object.fromEntries(loaded.filter(([, rules]) => rules));
}
