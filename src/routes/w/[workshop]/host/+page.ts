import { contentWith } from './content';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, parent }) => {
	const { locale } = await parent();
	const content = await contentWith(
		data.own,
		locale,
		['host', 'report', 'group', 'terms'],
		data.snapshot.keyVersion
	);
	return { ...data, ...content, scripted: true };
};
