import { loadMessages, loadWords } from '$lib/i18n';
import { loadDebriefs, loadScenes } from '$lib/questions';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	const [scenes, debriefs] = await Promise.all([
		loadWords(locale, loadScenes),
		loadWords(locale, loadDebriefs),
		loadMessages(locale, ['report', 'room', 'terms'])
	]);
	return { ...data, scenes, debriefs, scripted: true };
};
