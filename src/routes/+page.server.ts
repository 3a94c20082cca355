import { localeOf, localPath } from '$lib/address';
import { factsOf, loadMessages, I18n } from '$lib/i18n';
import { preferredLanguage } from '$lib/server/http';
import type { PageServerLoad } from './$types';

/** Offers the visitor's own language by a link; never sends anybody anywhere. */
export const load: PageServerLoad = async ({ request, url, setHeaders }) => {
	setHeaders({ vary: 'accept-language' });
	const preferred = preferredLanguage(request.headers.get('accept-language'));
	if (!preferred || preferred === localeOf(url.pathname)) return { offer: null };
	await loadMessages(preferred, ['site']);
	const { tag, direction } = factsOf(preferred);
	const text = new I18n(() => preferred).t('site.offer');
	return { offer: { text, tag, direction, href: localPath(preferred, '/') } };
};
