import { loadContent } from '$lib/phrases';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	const content = await loadContent(locale, ['host', 'report', 'group', 'terms'], data.snapshot.keyVersion);
	return { ...data, ...content, scripted: true };
};
