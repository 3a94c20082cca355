import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	await loadMessages(locale, ['host', 'group']);
	return { ...data, scripted: true };
};
