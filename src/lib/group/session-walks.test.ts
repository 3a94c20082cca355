import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	freshState,
	paces,
	pressed,
	presses,
	takeTelling,
	type HostState,
	type Press
} from './host-steps.arbitrary';
import {
	accepts,
	acceptsSilence,
	advance,
	allowedSteps,
	firstSession,
	isAllowed,
	isSealedAt,
	partsShown,
	scoredPositions,
	statusAt,
	STEPS,
	undo,
	type SceneStatus,
	type Session
} from './session';
import { END_PARTS } from './parts';
import { PACES, type Pace } from './settings';

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

/** Every state there can be in the first two rounds of a small workshop, if only its first scene is asked again, in the first. */
function everySession(pace: Pace, scenes: number): Session[] {
	const found = new Map<string, HostState>();
	const next = [freshState(scenes)];
	for (let state = next.pop(); state; state = next.pop()) {
		const name = nameOf(state);
		if (found.has(name) || state.session.round > 2) continue;
		found.set(name, state);
		const jumps = Array.from({ length: scenes }, (_, to) => ({ to }));
		for (const press of [...STEPS, ...jumps, 'undo'] as const)
			if (press !== 'askAgain' || (state.session.round === 1 && state.session.at === 0))
				next.push(pressed(state, pace, press));
	}
	return distinct([...found.values()]);
}

function distinct(states: readonly HostState[]): Session[] {
	return [...new Map(states.map(({ session }) => [nameOf(session), session])).values()];
}

/** What a first round left matters to pictures, and to no step. */
function nameOf(of: HostState | Session): string {
	return JSON.stringify(of, (key, value: unknown) => (key === 'first' && value ? 'left' : value));
}

const small = PACES.flatMap((pace) =>
	[1, 2].map((scenes) => ({ pace, scenes, sessions: everySession(pace, scenes) }))
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

function frozen(session: Session): Session {
	Object.freeze(session.statuses);
	Object.freeze(session.sealed);
	return Object.freeze(session);
}

describe('from wherever a session stands', () => {
	it('clicks lead to the last part of the end: five for a scene, one to start and four to end', () => {
		everywhere((session, pace, scenes) => {
			let there = session;
			let left = 5 * scenes + 5;
			for (let step = advance(there, pace); step; step = advance(there, pace)) {
				if (left === 0) expect.fail(`no end from ${JSON.stringify(session)}`);
				there = takeTelling(there, pace, step);
				left -= 1;
			}
			expect(partsShown(there)).toEqual(END_PARTS);
		});
	});

	it('one can start over, except before the start', () => {
		everywhere((session, pace) =>
			expect(allowedSteps(session, pace).includes('startOver')).toBe(
				session.stage !== 'lobby' || session.first !== null
			)
		);
	});

	it('one can ask everything again once, at an end where something was shown', () => {
		everywhere((session, pace) => {
			const { stage, sealed, first, round, asked } = session;
			const may = isAllowed(session, pace, 'secondRound');
			expect(may).toBe(stage === 'end' && first === null && sealed.includes(true));
			if (!may) return;
			const second = takeTelling(session, pace, 'secondRound');
			expect(second).toMatchObject({ round: round + 1, stage: 'lobby', first: { round, sealed, asked } });
			expect(scoredPositions(firstSession(second)!)).toEqual(scoredPositions(session));
			expect(takeTelling(second, pace, 'startOver').first).toBeNull();
		});
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
				const { sealed, statuses, asked, scored, again, ...rest } = undone;
				expect(session).toMatchObject(rest);
				// What was shown in the step that is taken back cannot be open again.
				const reopened = step === 'closeAndReveal' ? 'closed' : 'open';
				const wasOf = (was: SceneStatus) => (was === 'open' ? reopened : was);
				expect(statuses).toEqual(session.statuses.map(wasOf));
				expect(again.statuses).toEqual(session.again.statuses.map(wasOf));
				const isNewRound = after.round !== session.round;
				if (!isNewRound) expect({ asked, scored }).toEqual({ asked: after.asked, scored: after.scored });
				// A new round has shown nothing yet.
				const shown = isNewRound ? session : after;
				expect([sealed, again.sealed]).toEqual([shown.sealed, shown.again.sealed]);
			}
		});
	});
});

describe('whatever a host does', () => {
	it('the scenes stay as many as they are', () => {
		everywhere((session, _, scenes) => {
			expect(session.statuses).toHaveLength(scenes);
			expect(session.sealed).toHaveLength(scenes);
			expect(session.again.statuses).toHaveLength(scenes);
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

	it('only an open scene of this round takes answers and guesses', () => {
		everywhere((session, _, scenes) => {
			const { round, stage, statuses } = session;
			for (let position = -1; position <= scenes; position += 1) {
				const open = stage === 'scene' && statuses[position] === 'open';
				const taken = (['once', 'guess'] as const).map((asking) =>
					[round - 1, round, round + 1].map((any) => accepts(session, any, position, 0, asking))
				);
				expect(taken).toEqual([
					[false, open, false],
					[false, open, false]
				]);
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
			if (isSealedAt(session, session.at)) expect(isAllowed(session, pace, 'reopen')).toBe(false);
			for (const { statuses, sealed } of [session, session.again])
				expect(statuses.filter((status, i) => sealed[i] && status === 'open')).toEqual([]);
		});
	});

	it('a scene is asked again once a round, of those that told something, where it is at hand', () => {
		let again = 0;
		everywhere((session, pace) => {
			const { at, stage, statuses, sealed } = session;
			const isShown = stage === 'scene' && statuses[at] === 'revealed' && sealed[at];
			const may = pace === 'led' && isShown && session.again.statuses[at] === 'waiting';
			expect(isAllowed(session, pace, 'askAgain')).toBe(may);
			session.again.statuses.forEach((status, i) => {
				if (status === 'waiting') return;
				expect(sealed[i]).toBe(true);
				if (status === 'open') expect([stage, i]).toEqual(['scene', at]);
			});
			if (!may) return;
			again += 1;
			const open = takeTelling(session, pace, 'askAgain');
			expect(open).toMatchObject({ statuses, sealed, asked: session.asked, scored: session.scored });
			expect([statusAt(open, at), partsShown(open)]).toEqual(['open', []]);
		});
		expect(again).toBeGreaterThan(10);
	});

	it('a second asking takes answers while it is open at hand, and changes nothing of the first', () => {
		everywhere((session, _, scenes) => {
			const { round, stage, at } = session;
			for (let position = -1; position <= scenes; position += 1) {
				const open = stage === 'scene' && position === at && session.again.statuses[position] === 'open';
				const taken = [round - 1, round, round + 1].map((any) => accepts(session, any, position, 0, 'again'));
				expect(taken).toEqual([false, open, false]);
				if (open) expect(accepts(session, round, position, 0)).toBe(false);
			}
		});
	});
});
