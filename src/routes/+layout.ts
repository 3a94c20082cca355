import { localeOf } from '$lib/address';
import { loadMessages } from '$lib/i18n';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url, route }) => {
	const locale = localeOf(url.pathname);
	// Every page has its frame, and may turn out to be an error page.
	await loadMessages(locale, route.id?.startsWith('/w/') ? ['site', 'refusal'] : ['site']);
	return { locale };
};
