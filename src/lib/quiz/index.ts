export { Device } from '../device';
export { drawSeed, QuizRun, type Filing, type RunNotice, type SceneState } from './run.svelte';
export { guessSlot, readGuess, writeGuess } from './guess';
export { metSlot, readMet, writeMet } from './met';
export { ResultHistory } from './history.svelte';
export { Intention, type Keeping } from './intention.svelte';
export { answersOf, LONGEST_INTENTION } from './saved';
export type { SavedResult } from './results';
export type { Choice, Choices } from './saved';
