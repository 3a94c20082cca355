import { localeOf } from '$lib/address';
import { I18n, loadMessages } from '$lib/i18n';
import { cardResponse, readCardQuery } from '$lib/server/card';
import { plain } from '$lib/server/plain';
import { quizCardModelOf } from '$lib/phrases';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, request }) => {
	const query = readCardQuery(url);
	if (!query.ok) return plain(400, query.message);
	const locale = localeOf(url.pathname);
	await loadMessages(locale, ['site', 'terms', 'home', 'share']);
	return cardResponse(quizCardModelOf(new I18n(() => locale), query.options), request);
};
