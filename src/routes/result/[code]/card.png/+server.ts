import { redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/address';
import { I18n, loadMessages } from '$lib/i18n';
import { decode } from '$lib/result';
import { cardResponse, readCardQuery } from '$lib/server/card';
import { plain } from '$lib/server/plain';
import { cardModelOf } from '$lib/phrases';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request }) => {
	const locale = localeOf(url.pathname);
	await loadMessages(locale, ['site', 'terms', 'result', 'share']);
	const i18n = new I18n(() => locale);

	const result = decode(params.code);
	if (!result.ok) return plain(404, i18n.t(`site.error.result.${result.reason}`));
	const query = readCardQuery(url);
	if (!query.ok) return plain(400, query.message);
	if (result.code !== params.code)
		redirect(308, localPath(locale, `/result/${result.code}/card.png${url.search}`));

	return cardResponse(cardModelOf(result.profile, i18n, query.options), request);
};
