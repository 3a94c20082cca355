import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, data }) => {
	const { locale } = await parent();
	await loadMessages(locale, ['workshops', 'terms', 'refusal']);
	return data;
};
