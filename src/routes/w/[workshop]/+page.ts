import { error, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { localPath } from '$lib/address';
import { loadMessages } from '$lib/i18n';
import { scenesFor } from './scenes-for';
import { stateOf } from './state-of';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, fetch, setHeaders }) => {
	const { locale } = await parent();
	const code = readCode(params.workshop);
	if (!code) error(404, { message: 'unknown', workshop: 'unknown' });
	if (code !== params.workshop) redirect(308, localPath(locale, `/w/${code}`));
	// What the visitor answered is in it.
	setHeaders({ 'cache-control': 'private, no-cache' });
	const [{ scenes, state }] = await Promise.all([
		scenesFor(locale, stateOf(code, fetch)),
		loadMessages(locale, ['phone', 'quiz', 'room', 'terms'])
	]);
	return { code, scenes, state, scripted: true };
};
