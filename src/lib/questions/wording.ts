import type { Language } from '../languages';
import type { ScenarioId } from './scenarios';
import type { DebriefWording, SceneWording } from './schema';

export type Scenes = Record<ScenarioId, SceneWording>;
export type Debriefs = Record<ScenarioId, DebriefWording>;

// Each file is a chunk of its own: a phone loads the scenes of one language, and debriefs only with the result.
// Called when needed: what runs without Vite may import this module all the same.
const files = () => import.meta.glob<unknown>('./wording/*/{scenes,debriefs}.json', { import: 'default' });

async function load(language: Language, file: 'scenes' | 'debriefs'): Promise<unknown> {
	const found = files()[`./wording/${language}/${file}.json`];
	if (!found) throw new RangeError(`no ${file} in ${language}`);
	return found();
}

/** Titles, stems and options in one language. The files are checked against the schema by a test. */
export async function loadScenes(language: Language): Promise<Scenes> {
	return (await load(language, 'scenes')) as Scenes;
}

/** Debriefs and discussion questions in one language. */
export async function loadDebriefs(language: Language): Promise<Debriefs> {
	return (await load(language, 'debriefs')) as Debriefs;
}
