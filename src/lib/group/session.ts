import { SCENE_PARTS, type EndPart, type Part } from './parts';
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
	/** By position: how many parts of a revealed scene follow the first that is shown. */
	unfolded: readonly number[];
	/** Null before the end. */
	ending: Ending | null;
	/** The round that this one is compared with; null in a round that stands alone. */
	first: FirstRound | null;
};

/** `unfolded` counts the parts that are shown after the first. */
export type Ending = { parts: readonly EndPart[]; unfolded: number };

/** What a round leaves to one that asks everything again. */
export type FirstRound = Pick<Session, 'round' | 'sealed' | 'asked' | 'scored'>;

/** What a step would tell, as only answers know. What tells nothing seals nothing. */
export type Tells = {
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
	'next',
	'previous',
	'skip',
	'end',
	'secondRound',
	'startOver'
] as const;
export type Step = (typeof STEPS)[number];

export function lobby(scenes: number, round = 1, first: FirstRound | null = null): Session {
	return {
		round,
		stage: 'lobby',
		at: 0,
		statuses: Array.from({ length: scenes }, () => 'waiting'),
		sealed: Array.from({ length: scenes }, () => false),
		asked: [],
		scored: null,
		unfolded: Array.from({ length: scenes }, () => 0),
		ending: null,
		first
	};
}

/** The first round as it ended, in a second one; else null. */
export function firstSession({ first, statuses }: Session): Session | null {
	return first && { ...lobby(statuses.length), stage: 'end', ...first };
}

export function allowedSteps(session: Session, pace: Pace): Step[] {
	return STEPS.filter((step) => isAllowed(session, pace, step));
}

export function isAllowed(session: Session, pace: Pace, step: Step): boolean {
	const { stage, at, statuses, sealed, first } = session;
	const status = statuses[at] as SceneStatus;
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
				!(led ? sealed[at] : sealed.includes(true))
			);
		case 'reveal':
			return atScene && status === 'closed';
		case 'unfold':
			return partsShown(session).length < partsOf(session).length;
		case 'fold':
			return partsShown(session).length > 1;
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
	const { at, round, statuses, sealed, scored } = session;
	switch (step) {
		case 'start':
			return opened({ ...session, stage: 'scene', at: 0 }, pace);
		case 'close':
			return marked(session, pace, 'closed');
		case 'closeAndReveal':
			// Where too few have answered the host decides, with the scene closed.
			return statuses.every((status, i) => status !== 'open' || tells.scenes[i])
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
				statuses: statuses.map((status) => (status === 'open' ? 'closed' : status))
			};
		case 'secondRound':
			return lobby(statuses.length, round + 1, {
				round,
				sealed,
				asked: session.asked,
				scored: scored ?? sealed
			});
		case 'startOver':
			return lobby(statuses.length, round + 1);
	}
}

export function advance(session: Session, pace: Pace): Step | null {
	const order: Step[] = ['start', 'close', 'reveal', 'unfold', 'next', 'end'];
	return order.find((step) => isAllowed(session, pace, step)) ?? null;
}

/** Answers that came in between are kept; what was shown stays sealed, and closed. */
export function undo(session: Session, before: Session): Session {
	if (session.round !== before.round) return before;
	const sealed = before.sealed.map((sealed, i) => sealed || Boolean(session.sealed[i]));
	return {
		...before,
		sealed,
		statuses: before.statuses.map((status, i) => (sealed[i] && status === 'open' ? 'closed' : status)),
		asked: session.asked,
		scored: session.scored
	};
}

/** What is shown now, the newest part last; empty where nothing is revealed. */
export function partsShown(session: Session): readonly Part[] {
	const { stage, at, unfolded, ending } = session;
	const more = stage === 'end' ? ending?.unfolded : unfolded[at];
	return partsOf(session).slice(0, 1 + (more ?? 0));
}

function partsOf({ stage, at, statuses, sealed, ending }: Session): readonly Part[] {
	if (stage === 'end') return ending?.parts ?? [];
	if (stage !== 'scene' || statuses[at] !== 'revealed') return [];
	// Of too few answers there is nothing to put on a ladder.
	return sealed[at] ? SCENE_PARTS : SCENE_PARTS.filter((part) => part !== 'ladder');
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

export function accepts(session: Session, round: number, position: number): boolean {
	return session.stage === 'scene' && session.round === round && session.statuses[position] === 'open';
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

function marked(session: Session, pace: Pace, status: SceneStatus): Session {
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
	const { statuses, sealed } = session;
	return {
		...session,
		sealed: sealed.map((was, i) => was || (statuses[i] === 'revealed' && Boolean(scenes[i])))
	};
}
