import { STEPS, type Step } from '../group';

export const HOST_ACTIONS = [...STEPS, 'jump', 'undo', 'rehearse', 'clearRehearsal'] as const;
export type HostAction = (typeof HOST_ACTIONS)[number];

/** An undo itself cannot be undone. */
export type Undoable = Step | 'jump' | 'rehearse';
