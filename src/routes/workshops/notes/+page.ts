import { loadContent } from '$lib/phrases';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = async ({ parent }) => {
	const { locale } = await parent();
	return loadContent(locale, ['host', 'guide', 'terms']);
};
