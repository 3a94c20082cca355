import type { Locale } from '$lib/address';
import { languageOf, type Area } from '$lib/i18n';
import { withOwnDebriefs, withOwnScenes, type AskedScene } from '$lib/own-scenes';
import { loadContent } from '$lib/phrases';
import type { KeyVersion } from '$lib/questions';

/** Loads scenes of both kinds with their debriefs, and the messages of these areas. */
export async function contentWith(
	own: readonly AskedScene[],
	locale: Locale,
	areas: readonly Area[],
	version: KeyVersion
) {
	const { scenes, debriefs } = await loadContent(locale, areas, version);
	const language = languageOf(locale);
	return {
		scenes: withOwnScenes(scenes, own, language),
		debriefs: withOwnDebriefs(debriefs, own, language)
	};
}
