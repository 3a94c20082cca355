import { error, redirect } from '@sveltejs/kit';
import { localPath } from '$lib/address';
import { loadMessages } from '$lib/i18n';
import { findCode } from '$lib/result';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
	const { locale } = await parent();
	await loadMessages(locale, ['result', 'share', 'terms']);
	const [first, second] = [findCode(params.first), findCode(params.second)];
	if (!first.ok) error(404, { message: 'no result', reason: first.reason });
	if (!second.ok) error(404, { message: 'no result', reason: second.reason });
	if (first.code !== params.first || second.code !== params.second)
		redirect(308, localPath(locale, `/compare/${first.code}/${second.code}`));
	return { results: [first, second] as const };
};
