import { loadMessages, loadWords } from '$lib/i18n';
import { loadScenes, type FormId } from '$lib/questions';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
	const { locale } = await parent();
	const [scenes] = await Promise.all([loadWords(locale, loadScenes), loadMessages(locale, ['quiz'])]);
	return { scenes, form: params.form satisfies FormId };
};
