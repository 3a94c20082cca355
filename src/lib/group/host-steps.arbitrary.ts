import fc from 'fast-check';
import { advance, isAllowed, lobby, STEPS, take, undo, type Session, type Step, type Tells } from './session';
import { jump, mayJump } from './jump';
import { END_PARTS } from './parts';
import { PACES, type Pace } from './settings';

/** For tests only: what hosts might do, as the server lets them. */

/** Where a workshop stands, and the state that can be gone back to. */
export type HostState = { session: Session; before: Session | null };

/** `forward` is what a clicker does, `to` where a jump goes. */
export type Press = Step | 'undo' | 'forward' | { to: number };

export const paces: fc.Arbitrary<Pace> = fc.constantFrom(...PACES);

const NEW_ROUND: readonly Step[] = ['secondRound', 'startOver'];

/** Anything, allowed or not; forward more often, so that walks get somewhere. */
export const presses: fc.Arbitrary<Press> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant('forward' as const) },
	{
		weight: 4,
		arbitrary: fc.constantFrom<Press>(...STEPS.filter((step) => !NEW_ROUND.includes(step)), 'undo')
	},
	{ weight: 1, arbitrary: fc.constantFrom<Press>(...NEW_ROUND, 'undo') },
	{ weight: 1, arbitrary: fc.record({ to: fc.nat(5) }) }
);

export function freshState(scenes: number): HostState {
	return { session: lobby(scenes), before: null };
}

/** What steps tell where enough people have answered everything. */
export function tellsAll(scenes: number): Tells {
	return { scenes: Array<boolean>(scenes).fill(true), scores: true, ending: END_PARTS };
}

/** A step where enough people have answered everything. */
export function takeTelling(session: Session, pace: Pace, step: Step): Session {
	return take(session, pace, step, tellsAll(session.statuses.length));
}

/** Returns the same state where the press is refused. */
export function pressed(
	state: HostState,
	pace: Pace,
	press: Press,
	tells: Tells = tellsAll(state.session.statuses.length)
): HostState {
	const { session, before } = state;
	if (press === 'undo') return before ? { session: undo(session, before), before: null } : state;
	if (typeof press === 'object') {
		if (!mayJump(session, pace, press.to)) return state;
		return { session: jump(session, pace, press.to, tells), before: session };
	}
	const step = press === 'forward' ? advance(session, pace) : press;
	if (!step || !isAllowed(session, pace, step)) return state;
	return { session: take(session, pace, step, tells), before: session };
}
