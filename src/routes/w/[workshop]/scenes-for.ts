import type { Locale } from '$lib/address';
import { loadWords } from '$lib/i18n';
import type { AskedScene } from '$lib/own-scenes';
import { withPass, type SeatState } from '$lib/protocol';
import { isOwnSceneId, KEY_VERSION, loadScenes, type KeyVersion, type Scenes } from '$lib/questions';
import { versionOf } from './own-result';
import { stateOf } from './state-of';

type ForPage = {
	scenes: Scenes;
	version: KeyVersion;
	state: SeatState | null;
	/** The scenes that the host wrote; null where they cannot be had. */
	own: readonly AskedScene[] | null;
};

/** Loads scenes in the workshop's version of the key, or in the current one where that is not known. */
export async function scenesFor(
	locale: Locale,
	code: string,
	pass: string | null,
	fetch: typeof globalThis.fetch
): Promise<ForPage> {
	const arriving = stateOf(code, pass, fetch);
	const loading = loadWords(locale, loadScenes);
	const state = await arriving;
	const version = state ? versionOf(state.snapshot) : KEY_VERSION;
	const [scenes, own] = await Promise.all([
		version === KEY_VERSION ? loading : loadWords(locale, (language) => loadScenes(language, version)),
		state && ownScenesOf(state, pass, fetch)
	]);
	return { scenes, version, state, own };
}

async function ownScenesOf(
	{ snapshot: { scenes, code } }: SeatState,
	pass: string | null,
	fetch: typeof globalThis.fetch
): Promise<readonly AskedScene[] | null> {
	if (!scenes.some(isOwnSceneId)) return [];
	const response = await fetch(withPass(`/w/${code}/scenes`, pass)).catch(() => null);
	return response?.ok ? ((await response.json()) as { scenes: AskedScene[] }).scenes : null;
}
