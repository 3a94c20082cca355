import { describe, expect, it } from 'vitest';
import { takeTelling, tellsAll } from './host-steps.arbitrary';
import {
	advance,
	allowedSteps,
	isAllowed,
	lobby,
	scoredPositions,
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

describe('a session', () => {
	it('goes by clicks from the lobby to the room', () => {
		const led = clicks('led', 2);
		expect(led.steps).toEqual(['start', 'close', 'reveal', 'next', 'close', 'reveal', 'end']);
		expect(led.session).toEqual({
			round: 1,
			stage: 'end',
			at: 1,
			statuses: ['revealed', 'revealed'],
			sealed: [true, true],
			asked: [0, 1],
			scored: [true, true]
		});
		expect(clicks('free', 2).steps).toEqual(['start', 'close', 'reveal', 'next', 'end']);
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
		expect(back).toEqual({ ...session, stage: 'scene' });
		expect(takeTelling(back, 'led', 'previous')).toEqual({ ...session, stage: 'scene', at: 1 });
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
		const shown = take(closed, 'led', 'reveal', { scenes: [false, true], scores: false });
		expect(shown).toMatchObject({ statuses: ['revealed', 'waiting'], sealed: [false, false] });
		expect(takeTelling(shown, 'led', 'reopen')).toMatchObject({ statuses: ['open', 'waiting'] });
		expect(isAllowed(takeTelling(closed, 'led', 'reveal'), 'led', 'reopen')).toBe(false);
	});

	it('reopens no free workshop of which one scene was shown', () => {
		const closed = takeTelling(takeTelling(lobby(2), 'free', 'start'), 'free', 'close');
		const one = take(closed, 'free', 'reveal', { scenes: [false, true], scores: false });
		expect(isAllowed(one, 'free', 'reopen')).toBe(false);
		const none = take(closed, 'free', 'reveal', { scenes: [false, false], scores: false });
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
		const early = take(first, 'led', 'end', { scenes: [], scores: false });
		const back = takeTelling(takeTelling(early, 'led', 'previous'), 'led', 'next');
		const ended = (['close', 'reveal', 'end'] as const).reduce(
			(session, step) => takeTelling(session, 'led', step),
			back
		);
		expect(scoredPositions(ended)).toEqual([0, 1]);
	});

	it('brings no seal from one round into another', () => {
		const before = takeTelling(lobby(2), 'led', 'start');
		expect(undo({ ...clicks('led', 2).session, round: 2 }, before)).toEqual(before);
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
		['scene', 'open', 'led', ['close', 'skip', 'end', 'startOver']],
		['scene', 'open', 'free', ['close', 'startOver']],
		['scene', 'closed', 'led', ['reopen', 'reveal', 'next', 'previous', 'end', 'startOver']],
		['scene', 'closed', 'free', ['reopen', 'reveal', 'startOver']],
		['scene', 'revealed', 'led', ['next', 'previous', 'end', 'startOver']],
		['scene', 'revealed', 'free', ['next', 'previous', 'end', 'startOver']],
		['end', 'open', 'led', ['previous', 'startOver']],
		['end', 'closed', 'led', ['previous', 'startOver']],
		['end', 'revealed', 'led', ['previous', 'startOver']],
		['end', 'revealed', 'free', ['previous', 'startOver']]
	])('%s, %s, %s', (stage, status, pace, steps) => {
		expect(allowedSteps(standing(stage, status, pace), pace)).toEqual(steps);
	});

	it.each<[Pace, Step[]]>([
		['led', ['reopen', 'next', 'previous', 'end', 'startOver']],
		['free', ['reopen', 'next', 'previous', 'end', 'startOver']]
	])('revealed, %s, where only too few was shown', (pace, steps) => {
		expect(allowedSteps(standing('scene', 'revealed', pace, false), pace)).toEqual(steps);
	});

	it('nothing before the first scene, and nothing after the last', () => {
		const first = {
			...standing('scene', 'revealed', 'led'),
			at: 0,
			statuses: ['revealed', 'waiting', 'waiting'] as const
		};
		expect(allowedSteps(first, 'led')).toEqual(['next', 'end', 'startOver']);
		const last = {
			...first,
			at: 2,
			statuses: ['revealed', 'revealed', 'revealed'] as const,
			sealed: [true, true, true]
		};
		expect(allowedSteps(last, 'led')).toEqual(['previous', 'end', 'startOver']);
		const open = {
			...last,
			statuses: ['revealed', 'revealed', 'open'] as const,
			sealed: [true, true, false]
		};
		expect(allowedSteps(open, 'led')).toEqual(['close', 'end', 'startOver']);
	});
});
