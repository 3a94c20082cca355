import type { Pace } from './settings';

/**
 * How a scene stands. Answers are taken while it is open; a result is shown once it is revealed. `closed` lies between:
 * a scene can be closed by mistake and reopened, and nobody has seen anything. So can one of which only "too few" was shown.
 */
export type SceneStatus = 'waiting' | 'open' | 'closed' | 'revealed';

/** Where a workshop stands. Everything that a facilitator changes is in here, and nothing that participants do. */
export type Session = {
	/** Counts up from 1 with each start over; answers belong to a round. */
	round: number;
	/** Before the first scene, at a scene, or at the picture of the group. */
	stage: 'lobby' | 'scene' | 'end';
	/** The scene on the projector, from 0. */
	at: number;
	/** By position. */
	statuses: readonly SceneStatus[];
	/**
	 * By position: whether more than "too few" of it was ever shown. Such a scene is never open again, whatever is undone, so
	 * that no second picture of it can be compared with the first.
	 */
	sealed: readonly boolean[];
	/** Positions in the order in which they were last opened: who came late has missed the first of these. */
	asked: readonly number[];
	/**
	 * What was sealed when scores were first shown, by position; null before. Scores rest on these scenes for the rest of the
	 * round, so that there is one picture of them.
	 */
	scored: readonly boolean[] | null;
};

/** What a step would tell, as only answers know. What tells nothing seals nothing. */
export type Tells = {
	/** By position: whether the scene's picture holds more than "too few". */
	scenes: readonly boolean[];
	/** Whether ending now shows scores. */
	scores: boolean;
};

/** What a facilitator can do. */
export const STEPS = [
	'start',
	'close',
	'reopen',
	'reveal',
	'next',
	'previous',
	'skip',
	'end',
	'startOver'
] as const;
export type Step = (typeof STEPS)[number];

/** A workshop that nobody has started. */
export function lobby(scenes: number, round = 1): Session {
	return {
		round,
		stage: 'lobby',
		at: 0,
		statuses: Array.from({ length: scenes }, () => 'waiting'),
		sealed: Array.from({ length: scenes }, () => false),
		asked: [],
		scored: null
	};
}

/** What may follow, in the order of STEPS. */
export function allowedSteps(session: Session, pace: Pace): Step[] {
	return STEPS.filter((step) => isAllowed(session, pace, step));
}

/** Whether a step may follow. */
export function isAllowed({ stage, at, statuses, sealed }: Session, pace: Pace, step: Step): boolean {
	const status = statuses[at] as SceneStatus;
	const atScene = stage === 'scene';
	const led = pace === 'led';
	const more = at + 1 < statuses.length;
	switch (step) {
		case 'start':
			return stage === 'lobby';
		case 'close':
			return atScene && status === 'open';
		case 'reopen':
			return (
				atScene &&
				(status === 'closed' || status === 'revealed') &&
				!(led ? sealed[at] : sealed.includes(true))
			);
		case 'reveal':
			return atScene && status === 'closed';
		case 'next':
			return atScene && more && (status === 'revealed' || (led && status === 'closed'));
		case 'previous':
			return (
				stage === 'end' || (atScene && at > 0 && (status === 'revealed' || (led && status === 'closed')))
			);
		case 'skip':
			return atScene && led && more && status === 'open';
		case 'end':
			return atScene && (led || status === 'revealed');
		case 'startOver':
			return stage !== 'lobby';
	}
}

/**
 * Where a workshop stands after a step.
 * @param tells asked where the step is `reveal` or `end`
 * @throws RangeError for a step that `isAllowed` refuses
 */
export function take(session: Session, pace: Pace, step: Step, tells: Tells): Session {
	if (!isAllowed(session, pace, step)) throw new RangeError(`${step} cannot follow`);
	const { at, round, statuses, sealed, scored } = session;
	switch (step) {
		case 'start':
			return opened({ ...session, stage: 'scene', at: 0 }, pace);
		case 'close':
			return marked(session, pace, 'closed');
		case 'reopen':
			return marked(session, pace, 'open');
		case 'reveal':
			return sealRevealed(marked(session, pace, 'revealed'), tells);
		case 'next':
			return opened({ ...session, at: at + 1 }, pace);
		case 'previous':
			return session.stage === 'end' ? { ...session, stage: 'scene' } : { ...session, at: at - 1 };
		case 'skip':
			return opened({ ...marked(session, pace, 'closed'), at: at + 1 }, pace);
		case 'end':
			return {
				...session,
				stage: 'end',
				scored: scored ?? (tells.scores ? sealed : null),
				statuses: statuses.map((status) => (status === 'open' ? 'closed' : status))
			};
		case 'startOver':
			return lobby(statuses.length, round + 1);
	}
}

/** What a clicker's "forward" means here; null when there is nothing further. */
export function advance(session: Session, pace: Pace): Step | null {
	const order: Step[] = ['start', 'close', 'reveal', 'next', 'end'];
	return order.find((step) => isAllowed(session, pace, step)) ?? null;
}

/**
 * Takes the last step back. Answers that came in between are kept; what was shown stays sealed.
 * @param before the session as it was before the last step
 */
export function undo(session: Session, before: Session): Session {
	if (session.round !== before.round) return before;
	return {
		...before,
		sealed: before.sealed.map((sealed, i) => sealed || Boolean(session.sealed[i])),
		asked: session.asked,
		scored: session.scored
	};
}

/**
 * The positions that scores rest on, in the order of asking; null while no picture of scores may exist: a round has one, from
 * its end on.
 */
export function scoredPositions({ stage, sealed, asked, scored }: Session): number[] | null {
	const on = scored ?? (stage === 'end' ? sealed : null);
	return on && asked.filter((i) => on[i]);
}

/** Whether an answer to the scene at this position counts now. */
export function accepts(session: Session, round: number, position: number): boolean {
	return session.stage === 'scene' && session.round === round && session.statuses[position] === 'open';
}

/** A scene that has come onto the projector for the first time is asked at once; in a free workshop, with all others. */
function opened(session: Session, pace: Pace): Session {
	return session.statuses[session.at] === 'waiting' ? marked(session, pace, 'open') : session;
}

/** Gives a status to the scene at hand; in a free workshop to all scenes. */
function marked(session: Session, pace: Pace, status: SceneStatus): Session {
	const here = (i: number) => pace === 'free' || i === session.at;
	const statuses = session.statuses.map((old, i) => (here(i) ? status : old));
	if (status !== 'open') return { ...session, statuses };
	const positions = [...statuses.keys()];
	return {
		...session,
		statuses,
		asked: [...session.asked.filter((i) => !here(i)), ...positions.filter(here)]
	};
}

function sealRevealed(session: Session, { scenes }: Tells): Session {
	const { statuses, sealed } = session;
	return {
		...session,
		sealed: sealed.map((was, i) => was || (statuses[i] === 'revealed' && Boolean(scenes[i])))
	};
}
