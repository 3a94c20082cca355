import { STEPS, type Step } from '../group';

/** What a host may ask for: a step of the session, or one about it. */
export const HOST_ACTIONS = [...STEPS, 'undo', 'rehearse', 'clearRehearsal'] as const;
export type HostAction = (typeof HOST_ACTIONS)[number];

/** What can be undone; an undo itself cannot. */
export type Undoable = Step | 'rehearse';
