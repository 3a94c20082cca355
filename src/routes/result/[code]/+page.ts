import { error, redirect } from '@sveltejs/kit';
import { loadMessages } from '$lib/i18n';
import { findCode } from '$lib/result';
import { addressFrom } from '$lib/address';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, url }) => {
	const { locale } = await parent();
	await loadMessages(locale, ['result', 'share', 'terms']);
	const decoded = findCode(params.code);
	if (!decoded.ok) error(404, { message: 'no result', reason: decoded.reason });
	if (decoded.code !== params.code) redirect(308, addressFrom(url, locale, `/result/${decoded.code}`));
	return { profile: decoded.profile, code: decoded.code };
};
