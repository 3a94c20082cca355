import { fail } from '@sveltejs/kit';
import { loadWords, localeOf, localPath, type Locale } from '$lib/i18n';
import { loadScenes, type ScenarioId } from '$lib/questions';
import { formOf } from '$lib/server/form-of';
import { workshops } from '$lib/server/workshop';
import { readOpening, type Faults } from './opening';
import type { Actions, PageServerLoad } from './$types';

const WRONG_INPUT = 400;
const WRONG_PASSPHRASE: Faults = { passphrase: 'passphrase.wrong' };

export const load: PageServerLoad = async ({ url }) => ({
	titles: await titlesIn(localeOf(url.pathname)),
	needsPassphrase: workshops().needsPassphrase,
	/** Where the desk of a workshop that was deleted leads. */
	deleted: url.searchParams.has('deleted')
});

export const actions: Actions = {
	default: async ({ request, url, setHeaders }) => {
		// The answer holds the only copy of a link.
		setHeaders({ 'cache-control': 'no-store' });
		const opening = readOpening(await formOf(request));
		const { typed } = opening;
		if (!opening.ok) return fail(WRONG_INPUT, { typed, faults: opening.faults });
		const opened = await workshops().open(opening.settings, opening.passphrase);
		if (!opened.ok) return fail(WRONG_INPUT, { typed, faults: WRONG_PASSPHRASE });
		const desk = localPath(localeOf(url.pathname), `/w/${opened.code}/host`);
		return { opened: { code: opened.code, link: `${url.origin}${desk}?key=${opened.key}` } };
	}
};

/** Of the scenes only the titles: the stories are for the room. */
async function titlesIn(locale: Locale) {
	const scenes = Object.entries(await loadWords(locale, loadScenes));
	return Object.fromEntries(scenes.map(([scene, { title }]) => [scene, title])) as Record<ScenarioId, string>;
}
