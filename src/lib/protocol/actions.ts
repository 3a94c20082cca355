import { STEPS, type Step } from '../group';

/** What changes the time and nothing else; undoing goes past it. */
export const CLOCK_ACTIONS = ['closeIn', 'addTime', 'closeEachIn'] as const;
export type ClockAction = (typeof CLOCK_ACTIONS)[number];

export const HOST_ACTIONS = [
	...STEPS,
	'jump',
	'undo',
	'rehearse',
	'clearRehearsal',
	...CLOCK_ACTIONS
] as const;
export type HostAction = (typeof HOST_ACTIONS)[number];

/** An undo itself cannot be undone. */
export type Undoable = Step | 'jump' | 'rehearse';
