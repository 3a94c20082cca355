import { loadMessages, loadWords } from '$lib/i18n';
import { loadDebriefs, loadScenes } from '$lib/questions';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = async ({ parent }) => {
	const { locale } = await parent();
	const [scenes, debriefs] = await Promise.all([
		loadWords(locale, loadScenes),
		loadWords(locale, loadDebriefs),
		loadMessages(locale, ['desk', 'guide', 'terms'])
	]);
	return { scenes, debriefs };
};
