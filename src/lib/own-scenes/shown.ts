import { recordOf, type Language } from '../languages';
import { isolated } from '../languages/isolated';
import {
	isScored,
	RUNGS,
	type DebriefWording,
	type Debriefs,
	type InLanguage,
	type OwnSceneId,
	type Rung,
	type Scenes,
	type SceneId,
	type SceneWording
} from '../questions';
import { rungsOf, type AskedScene } from './in-workshop';
import { wordsFor } from './scene';

/** A scene of either kind, as it is shown to somebody. */
export type ShownScene = Pick<SceneWording, 'title' | 'who' | 'stem'> & {
	/** In the place of the question that every scene is asked with. */
	question?: string;
	/** By rung; empty where no option stands. */
	options: readonly string[];
	/** That have an option, lowest first. */
	rungs: readonly Rung[];
	/** False where the rungs stand for positions alone. */
	ladder: boolean;
	/** A question to talk about, of a scene that the host wrote; may be empty, as it is of others. */
	discussion: string;
	/** Whether the host wrote it. */
	own: boolean;
	/** Whether the host has to be told that nobody else has sorted its options. */
	unchecked: boolean;
	attributes: InLanguage;
	/** What may stand within a sentence of ours: isolated, where the host wrote it. */
	within: { title: string; options: readonly string[] };
};

/** What is said about a scene of either kind afterwards. */
export type ShownDebrief = Pick<DebriefWording, 'followUp' | 'otherSide' | 'caution' | 'say'> & {
	/** Empty where the host wrote none. */
	question: string;
	/** By rung. */
	rungs: readonly { reason?: string; gives: string; costs: string }[];
	attributes: InLanguage;
};

/** Scenes of the quiz in the language of the page, and those of a host. */
export type ShownScenes = Readonly<Scenes> & { readonly [scene: OwnSceneId]: ShownScene };
export type ShownDebriefs = Readonly<Debriefs> & { readonly [scene: OwnSceneId]: ShownDebrief };

const NOTHING = '…';

/** Returns what cannot be had as an ellipsis: a page may know of a scene before it has its words. */
export function sceneIn(scenes: ShownScenes, scene: SceneId): ShownScene {
	if (!isScored(scene)) return scenes[scene] ?? UNKNOWN;
	const { title, options } = scenes[scene];
	return { ...SHOWN, ...scenes[scene], within: { title, options } };
}

export function debriefIn(debriefs: ShownDebriefs, scene: SceneId): ShownDebrief {
	if (!isScored(scene)) return debriefs[scene] ?? { question: '', rungs: [], attributes: {} };
	return { ...debriefs[scene], attributes: {} };
}

const SHOWN: ShownScene = {
	...{ title: '', who: '', stem: '', options: [], discussion: '' },
	...{ rungs: RUNGS, ladder: true, own: false, unchecked: false, attributes: {} },
	within: { title: '', options: [] }
};

/** Without words there is nothing to choose. */
const UNKNOWN: ShownScene = {
	...SHOWN,
	...{ title: NOTHING, stem: NOTHING, rungs: [], ladder: false, own: true },
	within: { title: NOTHING, options: [] }
};

/** @param language of the reader, who gets the author's where the author wrote no other */
export function withOwnScenes(scenes: Scenes, own: readonly AskedScene[], language: Language): ShownScenes {
	return { ...scenes, ...byId(own, (scene) => shownScene(scene, language)) };
}

export function withOwnDebriefs(
	debriefs: Debriefs,
	own: readonly AskedScene[],
	language: Language
): ShownDebriefs {
	return { ...debriefs, ...byId(own, (scene) => shownDebrief(scene, language)) };
}

const byId = <T>(own: readonly AskedScene[], show: (scene: AskedScene) => T): Record<OwnSceneId, T> =>
	Object.fromEntries(own.map((scene) => [scene.id, show(scene)]));

function shownScene(scene: AskedScene, reader: Language): ShownScene {
	const { language, words } = wordsFor(scene, reader);
	const rungs = rungsOf(scene);
	const question = words.question.trim();
	const options = byRung(rungs, (i) => words.options[i]?.text ?? '', '');
	return {
		title: words.title,
		who: words.who,
		stem: words.stem,
		...(question && { question }),
		options,
		rungs: rungs.toSorted((a, b) => a - b),
		ladder: scene.rungs !== null,
		discussion: words.discussion.trim(),
		own: true,
		unchecked: scene.unchecked,
		attributes: attributesOf(language, reader),
		within: { title: isolated(words.title), options: options.map(isolated) }
	};
}

function shownDebrief(scene: AskedScene, reader: Language): ShownDebrief {
	const { language, words } = wordsFor(scene, reader);
	const none = { gives: '', costs: '' };
	return {
		question: words.discussion.trim(),
		rungs: byRung(rungsOf(scene), (i) => words.options[i] ?? none, none),
		...(words.otherSide.trim() && { otherSide: words.otherSide }),
		attributes: attributesOf(language, reader)
	};
}

function byRung<T>(rungs: readonly Rung[], at: (option: number) => T, none: T): T[] {
	return RUNGS.map((rung) => (rungs.includes(rung) ? at(rungs.indexOf(rung)) : none));
}

function attributesOf(language: Language, reader: Language): InLanguage {
	const { tag, direction } = recordOf(language);
	return language === reader ? {} : { lang: tag, dir: direction };
}
