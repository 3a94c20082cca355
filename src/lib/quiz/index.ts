export { Device } from '../device';
export { QuizRun, answersOf, type RunNotice, type SceneState } from './run.svelte';
export { ResultHistory } from './history.svelte';
export type { Choice, Choices, SavedResult } from './saved';
