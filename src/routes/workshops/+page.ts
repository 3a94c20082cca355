import { settingsIn } from '$lib/group';
import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, data, url }) => {
	const { locale } = await parent();
	await loadMessages(locale, ['workshops', 'terms', 'refusal']);
	return { ...data, filledIn: settingsIn(url.searchParams) };
};
