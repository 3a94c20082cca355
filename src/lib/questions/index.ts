export * from './schema';
export {
	RETIRED_SCENARIOS,
	SCENARIOS,
	ScenarioIdSchema,
	isScenarioId,
	scenarioOf,
	type ScenarioId
} from './scenarios';
export * from './forms';
export * from './order';
export * from './wording';
export { WORD_TEST } from './word-test-figures';
export { isLanguage, LANGUAGES, type Language } from '../languages';
