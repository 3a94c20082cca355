import { localeOf } from '$lib/address';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES } from '$lib/languages';
import { formAsOwnScenes, writeScenes } from '$lib/own-scenes';
import { loadDebriefs, loadScenes } from '$lib/questions';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, setHeaders }) => {
	setHeaders({ 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' });
	const locale = localeOf(url.pathname);
	const content = await Promise.all(
		LANGUAGES.map(
			async (language) =>
				[language, { scenes: await loadScenes(language), debriefs: await loadDebriefs(language) }] as const
		)
	);
	const { scenes } = formAsOwnScenes(
		Object.fromEntries(content),
		isLanguage(locale) ? locale : DEFAULT_LANGUAGE
	);
	return new Response(writeScenes(scenes, `${url.origin}/scenes/schema-1.json`));
};
