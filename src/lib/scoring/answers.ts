import type { Rung, ScenarioId } from '../questions';

/** The rung a person chose in each scene. A scene that is missing was skipped. */
export type Answers = Partial<Record<ScenarioId, Rung>>;
