import type { Asking } from './asking';
import { isDue, type Closing } from './closing';
import { AGAIN_PARTS, SCENE_PARTS, type EndPart, type Part } from './parts';
import type { Pace } from './settings';

/** A `closed` scene can be reopened, since nobody has seen anything; so can one of which only "too few" was revealed. */
export type SceneStatus = 'waiting' | 'open' | 'closed' | 'revealed';

/** What a host changes, and nothing that participants do. Arrays are by position of the scene. */
export type Session = {
	/** Counts up from 1 with each start over. */
	round: number;
	stage: 'lobby' | 'scene' | 'end';
	at: number;
	statuses: readonly SceneStatus[];
	/** More than "too few" was shown: never open again, whatever is undone, or a second picture could be compared with it. */
	sealed: readonly boolean[];
	/** Positions in the order in which they were last opened. */
	asked: readonly number[];
	/** What was sealed when scores were first shown: they rest on it for the rest of the round. Null before. */
	scored: readonly boolean[] | null;
	/** By position: whether the options stand on a ladder. A scene that a host wrote may ask for an opinion instead. */
	ladders: readonly boolean[];
	/** By position: how many parts of a revealed scene follow the first that is shown. */
	unfolded: readonly number[];
	/** Null before the end. */
	ending: Ending | null;
	/** The round that this one is compared with; null in a round that stands alone. */
	first: FirstRound | null;
	/** Second askings: `waiting` where a scene was asked once. What was answered first stays sealed. */
	again: Pick<Session, 'statuses' | 'sealed'>;
	/** Seconds that each scene gets when it opens. */
	countdown: number | null;
	/** Of what is open now. Steps leave it to `timed`. */
	closing: Closing | null;
};

/** `unfolded` counts the parts that are shown after the first. */
export type Ending = { parts: readonly EndPart[]; unfolded: number };

/** What a round leaves to one that asks everything again. */
export type FirstRound = Pick<Session, 'round' | 'sealed' | 'asked' | 'scored'> & {
	/** Unknown to sessions that an earlier version stored. */
	again?: Session['again'];
};

/** What a step would tell, as only answers know. What tells nothing seals nothing. */
export type Tells = {
	/** Of the asking that steps are about. */
	scenes: readonly boolean[];
	scores: boolean;
	/** What the end would show. */
	ending: readonly EndPart[];
};

export const STEPS = [
	'start',
	'close',
	'closeAndReveal',
	'reopen',
	'reveal',
	'unfold',
	'fold',
	'askAgain',
	'next',
	'previous',
	'skip',
	'end',
	'secondRound',
	'startOver'
] as const;
export type Step = (typeof STEPS)[number];

export function lobby(
	scenes: number,
	round = 1,
	first: FirstRound | null = null,
	ladders: readonly boolean[] = Array.from({ length: scenes }, () => true)
): Session {
	return {
		round,
		stage: 'lobby',
		at: 0,
		...untouched(scenes),
		asked: [],
		scored: null,
		ladders,
		unfolded: Array.from({ length: scenes }, () => 0),
		ending: null,
		first,
		again: untouched(scenes),
		countdown: null,
		closing: null
	};
}

export function untouched(scenes: number): Session['again'] {
	return {
		statuses: Array.from({ length: scenes }, () => 'waiting'),
		sealed: Array.from({ length: scenes }, () => false)
	};
}

/** Of a session, or of a snapshot, which an earlier version may have saved. */
type Standing = Pick<Session, 'statuses' | 'sealed'> & { again?: Session['again'] | undefined };

/** What steps are about: from its opening on, the second asking of a scene. */
export function askingAt({ again }: Pick<Standing, 'again'>, position: number): 'once' | 'again' {
	return (again?.statuses[position] ?? 'waiting') === 'waiting' ? 'once' : 'again';
}

/** How the asking stands that steps are about. */
export function statusAt(standing: Omit<Standing, 'sealed'>, position: number): SceneStatus {
	const { statuses } = askingAt(standing, position) === 'again' && standing.again ? standing.again : standing;
	return statuses[position] ?? 'waiting';
}

export function isSealedAt(standing: Omit<Standing, 'statuses'>, position: number): boolean {
	const { sealed } = askingAt(standing, position) === 'again' && standing.again ? standing.again : standing;
	return Boolean(sealed[position]);
}

/** The first round as it ended, in a second one; else null. */
export function firstSession({ first, statuses, ladders }: Session): Session | null {
	return first && { ...lobby(statuses.length, first.round, null, ladders), stage: 'end', ...first };
}

export function allowedSteps(session: Session, pace: Pace): Step[] {
	return STEPS.filter((step) => isAllowed(session, pace, step));
}

export function isAllowed(session: Session, pace: Pace, step: Step): boolean {
	const { stage, at, statuses, sealed, first } = session;
	const status = statusAt(session, at);
	const atScene = stage === 'scene';
	const led = pace === 'led';
	const more = at + 1 < statuses.length;
	switch (step) {
		case 'start':
			return stage === 'lobby';
		case 'close':
		case 'closeAndReveal':
			return atScene && status === 'open';
		case 'reopen':
			return (
				atScene &&
				(status === 'closed' || status === 'revealed') &&
				!(led ? isSealedAt(session, at) : sealed.includes(true))
			);
		case 'reveal':
			return atScene && status === 'closed';
		case 'unfold':
			return partsShown(session).length < partsOf(session).length;
		case 'fold':
			return partsShown(session).length > 1;
		case 'askAgain':
			return (
				atScene && led && status === 'revealed' && Boolean(sealed[at]) && askingAt(session, at) === 'once'
			);
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
		case 'secondRound':
			return stage === 'end' && first === null && sealed.includes(true);
		case 'startOver':
			return stage !== 'lobby' || first !== null;
	}
}

/** Asks `tells` where the step reveals or is `end`; RangeError for a step that `isAllowed` refuses. */
export function take(session: Session, pace: Pace, step: Step, tells: Tells): Session {
	if (!isAllowed(session, pace, step)) throw new RangeError(`${step} cannot follow`);
	const { at, round, statuses, sealed, scored, again } = session;
	switch (step) {
		case 'start':
			return opened({ ...session, stage: 'scene', at: 0 }, pace);
		case 'close':
			return marked(session, pace, 'closed');
		case 'closeAndReveal':
			// Where too few have answered the host decides, with the scene closed.
			return statuses.keys().every((i) => statusAt(session, i) !== 'open' || tells.scenes[i])
				? sealRevealed(marked(session, pace, 'revealed'), tells)
				: marked(session, pace, 'closed');
		case 'reopen':
			return marked(session, pace, 'open');
		case 'reveal':
			return sealRevealed(marked(session, pace, 'revealed'), tells);
		case 'unfold':
			return unfoldedBy(session, 1);
		case 'fold':
			return unfoldedBy(session, -1);
		case 'askAgain':
			return openedAgain(session);
		case 'next':
			return opened({ ...session, at: at + 1 }, pace);
		case 'previous':
			return session.stage === 'end'
				? { ...session, stage: 'scene', ending: null }
				: { ...session, at: at - 1 };
		case 'skip':
			return opened({ ...marked(session, pace, 'closed'), at: at + 1 }, pace);
		case 'end':
			return {
				...session,
				stage: 'end',
				scored: scored ?? (tells.scores ? sealed : null),
				ending: { parts: tells.ending, unfolded: 0 },
				statuses: statuses.map(closedIfOpen),
				again: { ...again, statuses: again.statuses.map(closedIfOpen) }
			};
		case 'secondRound':
			return lobby(
				statuses.length,
				round + 1,
				{ round, sealed, asked: session.asked, scored: scored ?? sealed, again },
				session.ladders
			);
		case 'startOver':
			return lobby(statuses.length, round + 1, null, session.ladders);
	}
}

export function advance(session: Session, pace: Pace): Step | null {
	const order: Step[] = ['start', 'close', 'reveal', 'unfold', 'next', 'end'];
	return order.find((step) => isAllowed(session, pace, step)) ?? null;
}

/** Answers that came in between are kept; what was shown stays sealed, and closed. */
export function undo(session: Session, before: Session): Session {
	if (session.round !== before.round) return before;
	return {
		...before,
		...broughtBack(session, before),
		asked: session.asked,
		scored: session.scored,
		again: broughtBack(session.again, before.again)
	};
}

function broughtBack(now: Session['again'], before: Session['again']): Session['again'] {
	const sealed = before.sealed.map((sealed, i) => sealed || Boolean(now.sealed[i]));
	return {
		sealed,
		statuses: before.statuses.map((status, i) => (sealed[i] ? closedIfOpen(status) : status))
	};
}

/** What is shown now, the newest part last; empty where nothing is revealed. */
export function partsShown(session: Session): readonly Part[] {
	const { stage, at, unfolded, ending } = session;
	const more = stage === 'end' ? ending?.unfolded : unfolded[at];
	return partsOf(session).slice(0, 1 + (more ?? 0));
}

function partsOf(session: Session): readonly Part[] {
	const { stage, at, ending } = session;
	if (stage === 'end') return ending?.parts ?? [];
	if (stage !== 'scene' || statusAt(session, at) !== 'revealed') return [];
	const parts = askingAt(session, at) === 'again' ? AGAIN_PARTS : SCENE_PARTS;
	// Of too few answers there is nothing to compare, nor to put on a ladder.
	const isTold = isSealedAt(session, at);
	return parts.filter(
		(part) => (part !== 'ladder' || (isTold && session.ladders[at])) && (part !== 'moved' || isTold)
	);
}

function unfoldedBy(session: Session, parts: 1 | -1): Session {
	const { stage, at, unfolded, ending } = session;
	if (stage === 'end' && ending)
		return { ...session, ending: { ...ending, unfolded: ending.unfolded + parts } };
	return { ...session, unfolded: unfolded.map((old, i) => (i === at ? old + parts : old)) };
}

/** The positions that scores rest on, in the order of asking; null before the end of the round. */
export function scoredPositions({ stage, sealed, asked, scored }: Session): number[] | null {
	const on = scored ?? (stage === 'end' ? sealed : null);
	return on && asked.filter((i) => on[i]);
}

export function accepts(
	session: Session,
	round: number,
	position: number,
	now: number,
	asking: Asking = 'once'
): boolean {
	const { stage, at, statuses, again } = session;
	if (stage !== 'scene' || session.round !== round || isDue(session, now)) return false;
	switch (asking) {
		case 'once':
			return statuses[position] === 'open';
		case 'again':
			return position === at && again.statuses[position] === 'open';
		case 'guess':
			// What most will have chosen is guessed while they choose, whether the host asks for it or not: see `Settings`.
			return statuses[position] === 'open';
	}
}

/** Whether sitting a scene out in silence counts now: from its opening until it is sealed. */
export function acceptsSilence(session: Session, round: number, position: number): boolean {
	const { stage, statuses, sealed, round: now } = session;
	const wasOpened = (statuses[position] ?? 'waiting') !== 'waiting';
	return stage === 'scene' && now === round && wasOpened && !sealed[position];
}

export function opened(session: Session, pace: Pace): Session {
	return session.statuses[session.at] === 'waiting' ? marked(session, pace, 'open') : session;
}

function openedAgain(session: Session): Session {
	const { at, again, unfolded } = session;
	return {
		...session,
		unfolded: unfolded.with(at, 0),
		again: { ...again, statuses: again.statuses.with(at, 'open') }
	};
}

function closedIfOpen(status: SceneStatus): SceneStatus {
	return status === 'open' ? 'closed' : status;
}

function marked(session: Session, pace: Pace, status: SceneStatus): Session {
	if (askingAt(session, session.at) === 'again') {
		if (status === 'open') return openedAgain(session);
		const { at, again } = session;
		return { ...session, again: { ...again, statuses: again.statuses.with(at, status) } };
	}
	const here = (i: number) => pace === 'free' || i === session.at;
	const statuses = session.statuses.map((old, i) => (here(i) ? status : old));
	if (status !== 'open') return { ...session, statuses };
	const positions = [...statuses.keys()];
	return {
		...session,
		statuses,
		unfolded: session.unfolded.map((old, i) => (here(i) ? 0 : old)),
		asked: [...session.asked.filter((i) => !here(i)), ...positions.filter(here)]
	};
}

function sealRevealed(session: Session, { scenes }: Tells): Session {
	const sealedOf = ({ statuses, sealed }: Session['again']) =>
		sealed.map((was, i) => was || (statuses[i] === 'revealed' && Boolean(scenes[i])));
	return {
		...session,
		sealed: sealedOf(session),
		again: { ...session.again, sealed: sealedOf(session.again) }
	};
}
