import { error, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/group';
import { FRAME_HEADER, FRAMEABLE, localPath } from '$lib/address';
import { loadMessages, loadWords } from '$lib/i18n';
import { readPass, withPass } from '$lib/protocol';
import { loadDebriefs } from '$lib/questions';
import { scenesFor } from '../scenes-for';
import type { PageLoad } from './$types';

// The address carries the language of the screen; participants follow their own.
export const load: PageLoad = async ({ params, parent, fetch, url, setHeaders }) => {
	const { locale } = await parent();
	const code = readCode(params.workshop);
	if (!code) error(404, { message: 'unknown', workshop: 'unknown' });
	const pass = readPass(url.searchParams.get('pass'));
	if (code !== params.workshop) redirect(308, localPath(locale, withPass(`/w/${code}/screen`, pass)));
	const [{ scenes, own, version, state }] = await Promise.all([
		scenesFor(locale, code, pass, fetch),
		loadMessages(locale, ['group', 'terms'])
	]);
	// Not with a key in the address, which a frame would show to whoever made it.
	if (state?.snapshot.framing && !url.searchParams.has('key')) setHeaders({ [FRAME_HEADER]: FRAMEABLE });
	const debriefs = await loadWords(locale, (language) => loadDebriefs(language, version));
	return {
		code,
		pass,
		scenes,
		debriefs,
		own,
		first: state?.snapshot ?? null,
		scripted: true
	};
};
