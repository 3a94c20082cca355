import type { Locale } from '../address';
import { loadMessages, loadWords, type Area } from '../i18n';
import { KEY_VERSION, loadDebriefs, loadScenes, type KeyVersion } from '../questions';

/** Loads every scene with its debrief, as that version of the key words them, and the messages of these areas. */
export async function loadContent(locale: Locale, areas: readonly Area[], version: KeyVersion = KEY_VERSION) {
	const [scenes, debriefs] = await Promise.all([
		loadWords(locale, (language) => loadScenes(language, version)),
		loadWords(locale, (language) => loadDebriefs(language, version)),
		loadMessages(locale, areas)
	]);
	return { scenes, debriefs };
}
