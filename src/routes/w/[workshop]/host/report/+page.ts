import { loadMessages, loadWords } from '$lib/i18n';
import { loadDebriefs, loadScenes } from '$lib/questions';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	const { version } = data.report.key;
	const [scenes, debriefs] = await Promise.all([
		loadWords(locale, (language) => loadScenes(language, version)),
		loadWords(locale, (language) => loadDebriefs(language, version)),
		loadMessages(locale, ['report', 'room', 'terms'])
	]);
	return { ...data, scenes, debriefs, scripted: true };
};
