import { loadMessages, localeOf } from '$lib/i18n';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url }) => {
	const locale = localeOf(url.pathname);
	await loadMessages(locale, ['site']);
	return { locale };
};
