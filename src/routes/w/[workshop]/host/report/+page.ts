import { contentWith } from '../content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	const content = await contentWith(data.own, locale, ['report', 'group', 'terms'], data.report.key.version);
	return { ...data, ...content, scripted: true };
};
