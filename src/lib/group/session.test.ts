import { describe, expect, it } from 'vitest';
import { takeTelling, tellsAll } from './host-steps.arbitrary';
import { jump } from './jump';
import {
	advance,
	allowedSteps,
	firstSession,
	isAllowed,
	lobby,
	partsShown,
	scoredPositions,
	statusAt,
	take,
	undo,
	type SceneStatus,
	type Session,
	type Step
} from './session';
import type { Pace } from './settings';

/** The steps of a clicker from the lobby to the room. */
function clicks(pace: Pace, scenes: number) {
	const steps = [];
	let session = lobby(scenes);
	for (let step = advance(session, pace); step; step = advance(session, pace)) {
		steps.push(step);
		session = takeTelling(session, pace, step);
	}
	return { steps, session };
}

function takeAll(session: Session, pace: Pace, ...steps: Step[]): Session {
	return steps.reduce((now, step) => takeTelling(now, pace, step), session);
}

describe('a session', () => {
	it('goes by clicks from the lobby to the room', () => {
		const led = clicks('led', 2);
		expect(led.steps).toEqual([
			...['start', 'close', 'reveal', 'unfold', 'unfold', 'next'],
			...['close', 'reveal', 'unfold', 'unfold', 'end', 'unfold', 'unfold', 'unfold']
		]);
		expect(led.session).toEqual({
			round: 1,
			stage: 'end',
			at: 1,
			statuses: ['revealed', 'revealed'],
			sealed: [true, true],
			asked: [0, 1],
			scored: [true, true],
			ladders: [true, true],
			unfolded: [2, 2],
			ending: { parts: ['string', 'dimensions', 'splits', 'own'], unfolded: 3 },
			first: null,
			again: { statuses: ['waiting', 'waiting'], sealed: [false, false] },
			countdown: null,
			closing: null
		});
		expect(clicks('free', 2).steps).toEqual([
			...['start', 'close', 'reveal', 'unfold', 'unfold', 'next'],
			...['unfold', 'unfold', 'end', 'unfold', 'unfold', 'unfold']
		]);
	});

	it('opens one scene when led, all of them when free', () => {
		expect(takeTelling(lobby(3), 'led', 'start').statuses).toEqual(['open', 'waiting', 'waiting']);
		expect(takeTelling(lobby(3), 'free', 'start').statuses).toEqual(['open', 'open', 'open']);
	});

	it('closes what is skipped, and what is open at the end, without showing it', () => {
		const skipped = takeTelling(takeTelling(lobby(3), 'led', 'start'), 'led', 'skip');
		expect(skipped).toMatchObject({ at: 1, statuses: ['closed', 'open', 'waiting'] });
		const ended = takeTelling(skipped, 'led', 'end');
		expect(ended).toMatchObject({ stage: 'end', statuses: ['closed', 'closed', 'waiting'] });
		expect(ended.sealed).toEqual([false, false, false]);
	});

	it('goes back from the room to the scene it came from, and from there to the one before', () => {
		const { session } = clicks('led', 3);
		const back = takeTelling(session, 'led', 'previous');
		expect(back).toEqual({ ...session, stage: 'scene', ending: null });
		expect(takeTelling(back, 'led', 'previous')).toEqual({ ...back, at: 1 });
	});

	it('starts over with nothing but the number of the round', () => {
		expect(takeTelling(clicks('led', 2).session, 'led', 'startOver')).toEqual(lobby(2, 2));
	});

	it('asks again in the order in which scenes are opened', () => {
		const both = take(takeTelling(lobby(2), 'led', 'start'), 'led', 'skip', tellsAll(2));
		const closed = takeTelling(both, 'led', 'close');
		const back = takeTelling(takeTelling(closed, 'led', 'previous'), 'led', 'reopen');
		expect(closed.asked).toEqual([0, 1]);
		expect(back.asked).toEqual([1, 0]);
	});

	it('seals nothing of which only too few was shown: it can be reopened', () => {
		const closed = takeTelling(takeTelling(lobby(2), 'led', 'start'), 'led', 'close');
		const shown = take(closed, 'led', 'reveal', { scenes: [false, true], scores: false, ending: [] });
		expect(shown).toMatchObject({ statuses: ['revealed', 'waiting'], sealed: [false, false] });
		expect(takeTelling(shown, 'led', 'reopen')).toMatchObject({ statuses: ['open', 'waiting'] });
		expect(isAllowed(takeTelling(closed, 'led', 'reveal'), 'led', 'reopen')).toBe(false);
	});

	it('reopens no free workshop of which one scene was shown', () => {
		const closed = takeTelling(takeTelling(lobby(2), 'free', 'start'), 'free', 'close');
		const one = take(closed, 'free', 'reveal', { scenes: [false, true], scores: false, ending: [] });
		expect(isAllowed(one, 'free', 'reopen')).toBe(false);
		const none = take(closed, 'free', 'reveal', { scenes: [false, false], scores: false, ending: [] });
		expect(isAllowed(none, 'free', 'reopen')).toBe(true);
	});

	it('has scores from its end on, of what was sealed then, whatever follows', () => {
		const first = takeTelling(
			takeTelling(takeTelling(lobby(2), 'led', 'start'), 'led', 'close'),
			'led',
			'reveal'
		);
		expect(scoredPositions(first)).toBeNull();
		const ended = takeTelling(first, 'led', 'end');
		expect(scoredPositions(ended)).toEqual([0]);
		const undone = undo(ended, first);
		const second = ['next', 'close', 'reveal', 'end'] as const;
		const again = second.reduce((session, step) => takeTelling(session, 'led', step), undone);
		expect(again.sealed).toEqual([true, true]);
		expect(scoredPositions(again)).toEqual([0]);
	});

	it('may still have its scores where an end showed none', () => {
		const first = takeTelling(
			takeTelling(takeTelling(lobby(2), 'led', 'start'), 'led', 'close'),
			'led',
			'reveal'
		);
		const early = take(first, 'led', 'end', { scenes: [], scores: false, ending: [] });
		const back = takeTelling(takeTelling(early, 'led', 'previous'), 'led', 'next');
		const ended = (['close', 'reveal', 'end'] as const).reduce(
			(session, step) => takeTelling(session, 'led', step),
			back
		);
		expect(scoredPositions(ended)).toEqual([0, 1]);
	});

	it('shows a scene part by part, takes parts back, and finds them again as they were left', () => {
		const revealed = takeAll(lobby(2), 'led', 'start', 'close', 'reveal');
		expect(partsShown(revealed)).toEqual(['picture']);
		const ladder = takeTelling(revealed, 'led', 'unfold');
		expect(partsShown(ladder)).toEqual(['picture', 'ladder']);
		expect(takeTelling(ladder, 'led', 'fold')).toEqual(revealed);
		const later = takeAll(ladder, 'led', 'next', 'close', 'reveal');
		expect(partsShown(later)).toEqual(['picture']);
		expect(partsShown(takeTelling(later, 'led', 'previous'))).toEqual(['picture', 'ladder']);
		expect(partsShown(takeTelling(later, 'led', 'end'))).toEqual(['string']);
	});

	it('has no ladder for a scene of which only too few was shown', () => {
		const closed = takeAll(lobby(1), 'led', 'start', 'close');
		const few = take(closed, 'led', 'reveal', { scenes: [false], scores: false, ending: [] });
		expect(partsShown(takeTelling(few, 'led', 'unfold'))).toEqual(['picture', 'question']);
		const reopened = takeAll(few, 'led', 'unfold', 'reopen');
		expect(partsShown(reopened)).toEqual([]);
		expect(partsShown(takeAll(reopened, 'led', 'close', 'reveal'))).toEqual(['picture']);
	});

	it('leaves out of the end what has nothing to show', () => {
		const closed = takeAll(lobby(1), 'led', 'start', 'close');
		const ended = take(closed, 'led', 'end', { scenes: [], scores: false, ending: ['splits', 'own'] });
		expect(partsShown(ended)).toEqual(['splits']);
		const last = takeTelling(ended, 'led', 'unfold');
		expect(partsShown(last)).toEqual(['splits', 'own']);
		expect(allowedSteps(last, 'led')).toEqual(['fold', 'previous', 'startOver']);
	});

	it.each<[Pace, boolean[], SceneStatus[]]>([
		['led', [true, false], ['revealed', 'waiting']],
		['led', [false, true], ['closed', 'waiting']],
		['free', [true, true], ['revealed', 'revealed']],
		['free', [true, false], ['closed', 'closed']]
	])('closes and shows at once, %s, only where enough have answered: %j', (pace, scenes, statuses) => {
		const open = takeTelling(lobby(2), pace, 'start');
		const shown = take(open, pace, 'closeAndReveal', { scenes, scores: false, ending: [] });
		expect(shown.statuses).toEqual(statuses);
		expect(shown.sealed).toEqual(statuses.map((status) => status === 'revealed'));
		expect(() => takeTelling(shown, pace, 'closeAndReveal')).toThrow(
			RangeError('closeAndReveal cannot follow')
		);
	});

	it('brings no seal from one round into another', () => {
		const before = takeTelling(lobby(2), 'led', 'start');
		expect(undo({ ...clicks('led', 2).session, round: 2 }, before)).toEqual(before);
	});
});

describe('a scene that is asked again', () => {
	const revealed = takeAll(lobby(2), 'led', 'start', 'closeAndReveal');
	const again = takeAll(revealed, 'led', 'unfold', 'askAgain');

	it('goes by clicks through its second asking, and on', () => {
		const clicked: Step[] = [];
		let session = again;
		for (let step = advance(session, 'led'); step && session.at === 0; step = advance(session, 'led')) {
			clicked.push(step);
			session = takeTelling(session, 'led', step);
		}
		expect(clicked).toEqual(['close', 'reveal', 'unfold', 'next']);
		expect(session.again).toEqual({ statuses: ['revealed', 'waiting'], sealed: [true, false] });
	});

	it('shows both times, then who moved; of too few only the first, and can be reopened', () => {
		const shown = takeAll(again, 'led', 'closeAndReveal');
		expect(partsShown(shown)).toEqual(['again']);
		expect(partsShown(takeTelling(shown, 'led', 'unfold'))).toEqual(['again', 'moved']);
		const few = { ...tellsAll(2), scenes: [false, false] };
		const told = take(takeTelling(again, 'led', 'close'), 'led', 'reveal', few);
		expect(partsShown(told)).toEqual(['again']);
		expect(isAllowed(told, 'led', 'unfold')).toBe(false);
		expect(statusAt(takeTelling(told, 'led', 'reopen'), 0)).toBe('open');
		expect(take(again, 'led', 'closeAndReveal', few).again.statuses[0]).toBe('closed');
	});

	it('shows who moved where options stand on no ladder too', () => {
		const shown = takeAll({ ...again, ladders: [false, true] }, 'led', 'closeAndReveal', 'unfold');
		expect(partsShown(shown)).toEqual(['again', 'moved']);
	});

	it('is kept beside a second round', () => {
		const after = takeAll(again, 'led', 'closeAndReveal', 'end', 'secondRound');
		expect(after.again.statuses).toEqual(['waiting', 'waiting']);
		expect(firstSession(after)?.again).toEqual({ statuses: ['revealed', 'waiting'], sealed: [true, false] });
	});

	it('is closed by leaving it: skipping, ending and jumping', () => {
		for (const left of [
			takeTelling(again, 'led', 'skip'),
			takeTelling(again, 'led', 'end'),
			jump(again, 'led', 1, tellsAll(2))
		])
			expect(left.again.statuses[0]).toBe('closed');
	});

	it('is unasked by undoing, and closed where undoing would open what was shown', () => {
		expect(undo(again, revealed)).toEqual(revealed);
		const shown = takeTelling(again, 'led', 'closeAndReveal');
		expect(undo(shown, again).again).toEqual({ statuses: ['closed', 'waiting'], sealed: [true, false] });
	});
});

describe('what may follow, by stage, status and pace', () => {
	/** A workshop of three scenes at the second; the first was shown, the third waits. In a free one all scenes stand alike. */
	function standing(
		stage: Session['stage'],
		status: SceneStatus,
		pace: Pace,
		isSealed = status === 'revealed'
	) {
		const statuses: SceneStatus[] =
			pace === 'free' ? [status, status, status] : ['revealed', status, 'waiting'];
		const sealed = pace === 'free' ? statuses.map(() => isSealed) : [true, isSealed, false];
		return { ...lobby(3), stage, at: 1, statuses, sealed, asked: [0, 1] };
	}

	it.each<[Session['stage'], SceneStatus, Pace, Step[]]>([
		['lobby', 'waiting', 'led', ['start']],
		['lobby', 'waiting', 'free', ['start']],
		['scene', 'open', 'led', ['close', 'closeAndReveal', 'skip', 'end', 'startOver']],
		['scene', 'open', 'free', ['close', 'closeAndReveal', 'startOver']],
		['scene', 'closed', 'led', ['reopen', 'reveal', 'next', 'previous', 'end', 'startOver']],
		['scene', 'closed', 'free', ['reopen', 'reveal', 'startOver']],
		['scene', 'revealed', 'led', ['unfold', 'askAgain', 'next', 'previous', 'end', 'startOver']],
		['scene', 'revealed', 'free', ['unfold', 'next', 'previous', 'end', 'startOver']],
		['end', 'open', 'led', ['previous', 'secondRound', 'startOver']],
		['end', 'closed', 'led', ['previous', 'secondRound', 'startOver']],
		['end', 'revealed', 'led', ['previous', 'secondRound', 'startOver']],
		['end', 'revealed', 'free', ['previous', 'secondRound', 'startOver']]
	])('%s, %s, %s', (stage, status, pace, steps) => {
		expect(allowedSteps(standing(stage, status, pace), pace)).toEqual(steps);
	});

	it.each<[Pace, Step[]]>([
		['led', ['reopen', 'unfold', 'next', 'previous', 'end', 'startOver']],
		['free', ['reopen', 'unfold', 'next', 'previous', 'end', 'startOver']]
	])('revealed, %s, where only too few was shown', (pace, steps) => {
		expect(allowedSteps(standing('scene', 'revealed', pace, false), pace)).toEqual(steps);
	});

	it('nothing before the first scene, and nothing after the last', () => {
		const first = {
			...standing('scene', 'revealed', 'led'),
			at: 0,
			statuses: ['revealed', 'waiting', 'waiting'] as const
		};
		expect(allowedSteps(first, 'led')).toEqual(['unfold', 'askAgain', 'next', 'end', 'startOver']);
		const last = {
			...first,
			at: 2,
			statuses: ['revealed', 'revealed', 'revealed'] as const,
			sealed: [true, true, true]
		};
		expect(allowedSteps(last, 'led')).toEqual(['unfold', 'askAgain', 'previous', 'end', 'startOver']);
		const open = {
			...last,
			statuses: ['revealed', 'revealed', 'open'] as const,
			sealed: [true, true, false]
		};
		expect(allowedSteps(open, 'led')).toEqual(['close', 'closeAndReveal', 'end', 'startOver']);
	});
});
