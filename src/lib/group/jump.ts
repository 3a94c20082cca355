import { opened, statusAt, take, type Session, type Tells } from './session';
import type { Pace } from './settings';

/** Whether the host may go from here straight to the scene at this position. */
export function mayJump(
	{ stage, at, statuses }: Pick<Session, 'stage' | 'at' | 'statuses'>,
	pace: Pace,
	to: number
): boolean {
	if (stage === 'lobby' || statuses[to] === undefined) return false;
	if (stage === 'end') return true;
	return to !== at && (pace === 'led' || statuses[at] === 'revealed');
}

/** Goes to a scene, and opens it if nobody has; an open scene that is left is closed. RangeError where `mayJump` says no. */
export function jump(session: Session, pace: Pace, to: number, tells: Tells): Session {
	if (!mayJump(session, pace, to)) throw new RangeError(`scene ${to} cannot follow`);
	const { stage, at } = session;
	const left =
		stage === 'end'
			? take(session, pace, 'previous', tells)
			: statusAt(session, at) === 'open'
				? take(session, pace, 'close', tells)
				: session;
	return opened({ ...left, at: to }, pace);
}
