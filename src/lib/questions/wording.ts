import type { Language } from '../languages';
import { KEY_VERSION, type KeyVersion, type OPENING_SCENE } from './forms';
import type { ScenarioId } from './scenarios';
import type { DebriefWording, SceneWording } from './schema';

export type Scenes = Record<ScenarioId, SceneWording>;
export type Debriefs = Record<ScenarioId, DebriefWording>;
export type Opening = Record<typeof OPENING_SCENE, SceneWording>;

// Each file is a chunk of its own. Called when needed: what runs without Vite may import this module all the same.
const files = () => import.meta.glob<unknown>('./wording/*/{scenes,debriefs}.json', { import: 'default' });

/** A page that opens with a scene needs no other one yet. The query names OPENING_SCENE; Vite wants it literal. */
const openings = () =>
	import.meta.glob<Opening>('./wording/*/scenes.json', {
		query: '?only=linkedin-stranger',
		import: 'default'
	});

/** As it was asked: runs, results and workshops of version 1 keep its words. Nobody rewrites or translates them. */
const version1 = () =>
	import.meta.glob<unknown>('./wording/*/version-1/{scenes,debriefs}.json', { import: 'default' });

async function load(language: Language, file: 'scenes' | 'debriefs', version: KeyVersion): Promise<unknown> {
	const found =
		version === KEY_VERSION
			? files()[`./wording/${language}/${file}.json`]
			: (version1()[`./wording/${language}/version-1/${file}.json`] ??
				version1()[`./wording/en/version-1/${file}.json`]);
	if (!found) throw new RangeError(`no ${file} in ${language}`);
	return found();
}

/** Version 1 comes in English where it had no such language. A test checks the files against the schema. */
export async function loadScenes(language: Language, version: KeyVersion = KEY_VERSION): Promise<Scenes> {
	return (await load(language, 'scenes', version)) as Scenes;
}

/** Returns the opening scene alone. */
export async function loadOpening(language: Language): Promise<Opening> {
	const load = openings()[`./wording/${language}/scenes.json`];
	if (!load) throw new RangeError(`no scenes in ${language}`);
	return load();
}

export async function loadDebriefs(language: Language, version: KeyVersion = KEY_VERSION): Promise<Debriefs> {
	return (await load(language, 'debriefs', version)) as Debriefs;
}
