import { browser } from '$app/environment';
import { loadMessages, loadWords } from '$lib/i18n';
import { loadOpening, loadScenes, type FormId, type Scenes } from '$lib/questions';
import { drawSeed } from '$lib/quiz';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
	const { locale } = await parent();
	const sent = seedSent();
	/** The first scene is in the HTML, in the order of the seed. */
	const isSent = !browser || sent !== null;
	const [words] = await Promise.all([
		loadWords<Partial<Scenes>>(locale, isSent && !isHidden() ? loadOpening : loadScenes),
		loadMessages(locale, ['quiz'])
	]);
	return { words, form: params.form satisfies FormId, seed: sent ?? drawSeed(), isSent };
};

/** The seed that the server drew for this page; it stands there until the run is opened. */
function seedSent(): number | null {
	const seed = browser && document.querySelector<HTMLElement>('[data-seed]')?.dataset['seed'];
	return seed ? Number(seed) : null;
}

/** The first scene waits for the place where somebody left off. */
function isHidden(): boolean {
	return browser && document.querySelector('[data-opening="own"]') !== null;
}
