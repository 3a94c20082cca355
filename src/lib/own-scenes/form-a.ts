import type { Language } from '../languages';
import { RUNGS, SCENARIOS, type Debriefs, type Scenes } from '../questions';
import { OWN_SCENES_VERSION, type OwnScene, type OwnScenes, type OwnWords } from './schema';

type Content = { scenes: Scenes; debriefs: Debriefs };

/** Form A as a file of scenes: an example to read, to copy and to change. Scored are only those of the quiz itself. */
export function formAsOwnScenes(content: Partial<Record<Language, Content>>, first: Language): OwnScenes {
	const languages = Object.entries(content) as [Language, Content][];
	return {
		schemaVersion: OWN_SCENES_VERSION,
		scenes: SCENARIOS.map(({ id }): OwnScene => ({
			id: `own-${id}`,
			language: first,
			rungs: RUNGS,
			words: Object.fromEntries(languages.map(([language, held]) => [language, wordsOf(held, id)])),
			checks: []
		}))
	};
}

function wordsOf({ scenes, debriefs }: Content, id: (typeof SCENARIOS)[number]['id']): OwnWords {
	const { title, who, stem, options } = scenes[id];
	const { rungs, question, otherSide = '' } = debriefs[id];
	return {
		title,
		who,
		stem,
		question: '',
		options: RUNGS.map((rung) => ({
			text: options[rung],
			gives: rungs[rung].gives,
			costs: rungs[rung].costs
		})),
		discussion: question,
		otherSide
	};
}
