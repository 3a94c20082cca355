export * from './schema';
export { SCENARIOS, isScenarioId, scenarioOf, type ScenarioId } from './scenarios';
export * from './forms';
export * from './order';
export * from './languages';
export * from './wording';
