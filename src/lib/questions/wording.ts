import type { Language } from './languages';
import type { ScenarioId } from './scenarios';
import type { DebriefWording, SceneWording } from './schema';

export type Scenes = Record<ScenarioId, SceneWording>;
export type Debriefs = Record<ScenarioId, DebriefWording>;

// Each file is a chunk of its own: a phone loads the scenes of one language, and debriefs only with the result.
const scenes: Record<Language, () => Promise<{ default: unknown }>> = {
	en: () => import('./wording/en/scenes.json'),
	es: () => import('./wording/es/scenes.json'),
	ar: () => import('./wording/ar/scenes.json')
};

const debriefs: Record<Language, () => Promise<{ default: unknown }>> = {
	en: () => import('./wording/en/debriefs.json'),
	es: () => import('./wording/es/debriefs.json'),
	ar: () => import('./wording/ar/debriefs.json')
};

/** Titles, stems and options in one language. The files are checked against the schema by a test. */
export async function loadScenes(language: Language): Promise<Scenes> {
	return (await scenes[language]()).default as Scenes;
}

/** Debriefs and discussion questions in one language. */
export async function loadDebriefs(language: Language): Promise<Debriefs> {
	return (await debriefs[language]()).default as Debriefs;
}
