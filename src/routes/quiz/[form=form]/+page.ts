import { browser } from '$app/environment';
import { loadMessages, loadWords } from '$lib/i18n';
import { loadScenes, type FormId } from '$lib/questions';
import { drawSeed } from '$lib/quiz';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
	const { locale } = await parent();
	const [scenes] = await Promise.all([loadWords(locale, loadScenes), loadMessages(locale, ['quiz'])]);
	const sent = seedSent();
	return {
		scenes,
		form: params.form satisfies FormId,
		seed: sent ?? drawSeed(),
		/** The first scene is in the HTML, in the order of the seed. */
		isSent: !browser || sent !== null
	};
};

/** The seed that the server drew for this page; it stands there until the run is opened. */
function seedSent(): number | null {
	const seed = browser && document.querySelector<HTMLElement>('[data-seed]')?.dataset['seed'];
	return seed ? Number(seed) : null;
}
