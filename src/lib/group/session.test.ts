import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	freshState,
	paces,
	pressed,
	presses,
	tellsAll,
	type HostState,
	type Press
} from './host-steps.arbitrary';
import {
	accepts,
	acceptsSilence,
	advance,
	allowedSteps,
	isAllowed,
	lobby,
	scoredPositions,
	STEPS,
	take,
	undo,
	type SceneStatus,
	type Session,
	type Step
} from './session';
import { PACES, type Pace } from './settings';

/** A step where enough people have answered everything. */
function takeTelling(session: Session, pace: Pace, step: Step): Session {
	return take(session, pace, step, tellsAll(session.statuses.length));
}

/** What a host might do in a workshop of any size. */
const walks = fc.record({
	pace: paces,
	scenes: fc.integer({ min: 1, max: 20 }),
	way: fc.array(presses, { maxLength: 90, size: 'max' })
});

/** All states of a walk, the lobby first. */
function statesOn({ pace, scenes, way }: { pace: Pace; scenes: number; way: readonly Press[] }): HostState[] {
	const states = [freshState(scenes)];
	for (const press of way) states.push(pressed(states.at(-1)!, pace, press));
	return states;
}

/** Every state there can be in the first two rounds of a small workshop. */
function everySession(pace: Pace, scenes: number): Session[] {
	const found = new Map<string, HostState>();
	const next = [freshState(scenes)];
	for (let state = next.pop(); state; state = next.pop()) {
		const name = JSON.stringify(state);
		if (found.has(name) || state.session.round > 2) continue;
		found.set(name, state);
		for (const press of [...STEPS, 'undo'] as const) next.push(pressed(state, pace, press));
	}
	return distinct([...found.values()]);
}

function distinct(states: readonly HostState[]): Session[] {
	return [...new Map(states.map(({ session }) => [JSON.stringify(session), session])).values()];
}

const small = PACES.flatMap((pace) =>
	[1, 2, 3].map((scenes) => ({ pace, scenes, sessions: everySession(pace, scenes) }))
);

/** Checks what has to hold everywhere: in every state of small workshops, and on walks through larger ones. */
function everywhere(check: (session: Session, pace: Pace, scenes: number) => void) {
	for (const { pace, scenes, sessions } of small)
		for (const session of sessions) check(session, pace, scenes);
	fc.assert(
		fc.property(walks, (walk) =>
			distinct(statesOn(walk)).forEach((session) => check(session, walk.pace, walk.scenes))
		)
	);
}

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

function frozen(session: Session): Session {
	Object.freeze(session.statuses);
	Object.freeze(session.sealed);
	return Object.freeze(session);
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

describe('from wherever a session stands', () => {
	it('clicks lead to the room: three for a scene, one to start and one to end', () => {
		everywhere((session, pace, scenes) => {
			let there = session;
			for (let left = 3 * scenes + 2; there.stage !== 'end'; left -= 1) {
				const step = advance(there, pace);
				if (!step || left === 0) expect.fail(`no way on from ${JSON.stringify(session)}`);
				there = takeTelling(there, pace, step);
			}
			expect(advance(there, pace)).toBeNull();
		});
	});

	it('one can start over, except before the start', () => {
		everywhere((session, pace) =>
			expect(allowedSteps(session, pace).includes('startOver')).toBe(session.stage !== 'lobby')
		);
	});

	it('the steps that are offered are those that can be taken, and taking one changes no other state', () => {
		everywhere((session, pace) => {
			frozen(session);
			const taken = STEPS.filter((step) => {
				try {
					takeTelling(session, pace, step);
					return true;
				} catch (error) {
					expect(error).toBeInstanceOf(RangeError);
					return false;
				}
			});
			expect(allowedSteps(session, pace)).toEqual(taken);
		});
	});

	it('taking a step back restores everything but what was shown', () => {
		everywhere((session, pace) => {
			for (const step of allowedSteps(session, pace)) {
				const after = takeTelling(session, pace, step);
				const undone = undo(after, session);
				const { sealed, asked, scored, ...rest } = undone;
				expect(session).toMatchObject(rest);
				if (step !== 'startOver')
					expect({ asked, scored }).toEqual({ asked: after.asked, scored: after.scored });
				// A new round has shown nothing yet.
				const shown = step === 'startOver' ? session.sealed : after.sealed;
				expect(sealed).toEqual(shown);
			}
		});
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

describe('whatever a host does', () => {
	it('the scenes stay as many as they are', () => {
		everywhere((session, _, scenes) => {
			expect(session.statuses).toHaveLength(scenes);
			expect(session.sealed).toHaveLength(scenes);
			expect(Math.max(0, Math.min(scenes - 1, session.at))).toBe(session.at);
		});
	});

	it('at most one scene is open when led, the one at hand; when free, all stand alike', () => {
		everywhere(({ statuses, at }, pace) => {
			const open = [...statuses.keys()].filter((i) => statuses[i] === 'open');
			if (pace === 'led') expect([[], [at]]).toContainEqual(open);
			else expect(new Set(statuses).size).toBe(1);
		});
	});

	it('only an open scene of this round takes answers', () => {
		everywhere((session, _, scenes) => {
			const { round, stage, statuses } = session;
			for (let position = -1; position <= scenes; position += 1) {
				const open = stage === 'scene' && statuses[position] === 'open';
				const taken = [round - 1, round, round + 1].map((any) => accepts(session, any, position));
				expect(taken).toEqual([false, open, false]);
			}
		});
	});

	it('silence counts from the opening of a scene until it is sealed', () => {
		everywhere((session, _, scenes) => {
			const { round, stage, statuses, sealed } = session;
			for (let position = -1; position <= scenes; position += 1) {
				const wasOpen = ['open', 'closed', 'revealed'].includes(statuses[position] ?? 'none');
				const heard = [round - 1, round, round + 1].map((any) => acceptsSilence(session, any, position));
				expect(heard).toEqual([false, stage === 'scene' && wasOpen && !sealed[position], false]);
			}
		});
	});

	it('a scene that was shown is sealed, and never open again in its round', () => {
		let comebacks = 0;
		const check = (states: readonly HostState[]) => {
			const shown = new Set<string>();
			for (const { session } of states) {
				const name = (i: number) => `${session.round} ${i}`;
				session.statuses.forEach((status, i) => {
					if (status === 'revealed') shown.add(name(i));
					else if (shown.has(name(i))) comebacks += 1;
				});
				const known = session.statuses.map((_, i) => shown.has(name(i)));
				expect(session.sealed).toEqual(known);
				expect(session.statuses.filter((status, i) => known[i] && status === 'open')).toEqual([]);
			}
		};
		fc.assert(fc.property(walks, (walk) => check(statesOn(walk))));
		expect(comebacks).toBeGreaterThan(10);
		everywhere((session, pace) => {
			if (session.sealed[session.at]) expect(isAllowed(session, pace, 'reopen')).toBe(false);
			const open = session.statuses.filter((status, i) => session.sealed[i] && status === 'open');
			expect(open).toEqual([]);
		});
	});
});
