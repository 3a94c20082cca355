import { loadMessages, loadWords } from '$lib/i18n';
import { loadDebriefs, loadScenes } from '$lib/questions';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	const { keyVersion } = data.snapshot;
	const [scenes, debriefs] = await Promise.all([
		loadWords(locale, (language) => loadScenes(language, keyVersion)),
		loadWords(locale, (language) => loadDebriefs(language, keyVersion)),
		loadMessages(locale, ['desk', 'room', 'terms'])
	]);
	return { ...data, scenes, debriefs, scripted: true };
};
