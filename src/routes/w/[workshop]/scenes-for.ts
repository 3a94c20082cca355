import type { Locale } from '$lib/address';
import { loadWords } from '$lib/i18n';
import { KEY_VERSION, loadScenes, type KeyVersion, type Scenes } from '$lib/questions';
import type { SeatState } from '$lib/protocol';
import { versionOf } from './own-result';

/** Loads scenes in the workshop's version of the key, or in the current one where that is not known. */
export async function scenesFor(
	locale: Locale,
	arriving: Promise<SeatState | null>
): Promise<{ scenes: Scenes; version: KeyVersion; state: SeatState | null }> {
	const [scenes, state] = await Promise.all([loadWords(locale, loadScenes), arriving]);
	const version = state ? versionOf(state.snapshot) : KEY_VERSION;
	if (version === KEY_VERSION) return { scenes, version, state };
	return { scenes: await loadWords(locale, (language) => loadScenes(language, version)), version, state };
}
