import { askingAt, statusAt, type Session } from './session';
import type { Pace } from './settings';

/** In seconds. At one's own pace the time is for all scenes together. */
export const COUNTDOWN = {
	least: 10,
	most: 3_600,
	usual: { led: [30, 60, 90], free: [300, 600, 900] },
	more: 30
} as const satisfies { usual: Record<Pace, readonly number[]> } & Record<string, unknown>;

const SECOND_MS = 1_000;

/** Whether something is open that time can be given to. */
export function mayCloseIn(session: Pick<Session, 'stage' | 'at' | 'statuses' | 'again'>): boolean {
	return session.stage === 'scene' && statusAt(session, session.at) === 'open';
}

/** Gives what is open this many seconds from now on; null takes a countdown away. RangeError where nothing is open. */
export function closeIn(session: Session, seconds: number | null, now: number): Session {
	if (!mayCloseIn(session)) throw new RangeError('nothing is open');
	return { ...session, closing: seconds === null ? null : { at: now + seconds * SECOND_MS, of: seconds } };
}

/** Makes a countdown longer, also one whose time has just run out. RangeError where none runs. */
export function addTime(session: Session, now: number): Session {
	const { closing } = session;
	if (!closing) throw new RangeError('no countdown runs');
	const left = Math.max(0, closing.at - now) + COUNTDOWN.more * SECOND_MS;
	const given = Math.min(left, COUNTDOWN.most * SECOND_MS);
	return {
		...session,
		closing: { at: now + given, of: Math.min(closing.of + COUNTDOWN.more, COUNTDOWN.most) }
	};
}

/**
 * Returns a session as a step left it, with the countdown that belongs to it: a scene that opens for the first time gets
 * what was chosen for each; one that is reopened or brought back by undoing gets none, since nobody asked for it anew.
 */
export function timed(before: Session, after: Session, now: number): Session {
	const { countdown } = before;
	const kept = { ...after, countdown, closing: null };
	if (!mayCloseIn(after)) return kept;
	const { at, round } = after;
	if (round !== before.round) return kept;
	const asking = askingAt(after, at);
	if (at === before.at && asking === askingAt(before, at) && mayCloseIn(before))
		return { ...kept, closing: before.closing };
	const { statuses } = asking === 'again' ? before.again : before;
	return statuses[at] === 'waiting' && countdown !== null ? closeIn(kept, countdown, now) : kept;
}
