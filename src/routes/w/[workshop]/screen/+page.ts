import { error, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { localPath } from '$lib/address';
import { loadMessages } from '$lib/i18n';
import { scenesFor } from '../scenes-for';
import { stateOf } from '../state-of';
import type { PageLoad } from './$types';

// The address carries the projector's language; phones follow their own.
export const load: PageLoad = async ({ params, parent, fetch }) => {
	const { locale } = await parent();
	const code = readCode(params.workshop);
	if (!code) error(404, { message: 'unknown', workshop: 'unknown' });
	if (code !== params.workshop) redirect(308, localPath(locale, `/w/${code}/screen`));
	const [{ scenes, state }] = await Promise.all([
		scenesFor(locale, stateOf(code, fetch)),
		loadMessages(locale, ['room', 'terms'])
	]);
	return { code, scenes, first: state?.snapshot ?? null, scripted: true };
};
