import type { Rung, ScenarioId } from '../questions';

/** A scene that is missing was skipped. */
export type Answers = Partial<Record<ScenarioId, Rung>>;
