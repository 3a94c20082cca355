import { error, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { localPath } from '$lib/address';
import { loadMessages } from '$lib/i18n';
import { readPass, withPass } from '$lib/protocol';
import { scenesFor } from './scenes-for';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, fetch, url }) => {
	const { locale } = await parent();
	const code = readCode(params.workshop);
	if (!code) error(404, { message: 'unknown', workshop: 'unknown' });
	const pass = readPass(url.searchParams.get('pass'));
	if (code !== params.workshop) redirect(308, localPath(locale, withPass(`/w/${code}`, pass)));
	const [{ scenes, own, state }] = await Promise.all([
		scenesFor(locale, code, pass, fetch),
		loadMessages(locale, ['participant', 'quiz', 'group', 'terms'])
	]);
	return { code, pass, scenes, own, state, scripted: true };
};
