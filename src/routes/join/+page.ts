import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

export const csr = false;

export const load: PageLoad = async ({ parent }) => {
	const { locale } = await parent();
	await loadMessages(locale, ['participant']);
	return { scripted: false };
};
