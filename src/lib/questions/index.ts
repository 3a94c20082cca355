export * from './schema';
export {
	RETIRED_SCENARIOS,
	SCENARIOS,
	ScenarioIdSchema,
	isScenarioId,
	scenarioOf,
	type ScenarioId
} from './scenarios';
export {
	isOwnSceneId,
	isSceneId,
	isScored,
	LONGEST_SCENE_ID,
	OWN_SCENE_ID,
	SceneIdSchema,
	type ByScene,
	type OwnSceneId,
	type SceneId
} from './scene-id';
export * from './forms';
export * from './order';
export * from './wording';
export { WORD_TEST } from './word-test-figures';
export { isLanguage, LANGUAGES, type Language } from '../languages';
