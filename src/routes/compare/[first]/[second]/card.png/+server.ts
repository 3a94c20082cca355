import { redirect } from '@sveltejs/kit';
import { localeOf, localPath } from '$lib/address';
import { I18n, loadMessages } from '$lib/i18n';
import { decode } from '$lib/result';
import { cardResponse, readCardQuery } from '$lib/server/card';
import { plain } from '$lib/server/plain';
import { comparisonCardModelOf } from '$lib/phrases';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request }) => {
	const locale = localeOf(url.pathname);
	await loadMessages(locale, ['site', 'terms', 'result', 'share']);
	const i18n = new I18n(() => locale);

	const [first, second] = [decode(params.first), decode(params.second)];
	if (!first.ok) return plain(404, i18n.t(`site.error.result.${first.reason}`));
	if (!second.ok) return plain(404, i18n.t(`site.error.result.${second.reason}`));
	const query = readCardQuery(url);
	if (!query.ok) return plain(400, query.message);
	if (first.code !== params.first || second.code !== params.second)
		redirect(308, localPath(locale, `/compare/${first.code}/${second.code}/card.png${url.search}`));

	const model = comparisonCardModelOf([first.profile, second.profile], i18n, query.options);
	return cardResponse(model, request);
};
