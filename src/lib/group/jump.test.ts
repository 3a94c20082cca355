import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paces, pressed, presses, freshState, takeTelling, tellsAll } from './host-steps.arbitrary';
import { jump, mayJump } from './jump';
import { accepts, lobby, undo, type Session, type Step } from './session';

const SCENES = 4;
const TELLS = tellsAll(SCENES);
const after = (...steps: Step[]) =>
	steps.reduce<Session>((session, step) => takeTelling(session, 'led', step), lobby(SCENES));

describe('a jump', () => {
	test('opens a scene that nobody has seen, and is the last that was asked', () => {
		const there = jump(after('start', 'close', 'reveal'), 'led', 2, TELLS);
		expect(there).toMatchObject({ stage: 'scene', at: 2, asked: [0, 2] });
		expect(there.statuses).toEqual(['revealed', 'waiting', 'open', 'waiting']);
	});

	test('leaves an open scene closed, as skipping does', () => {
		const there = jump(after('start'), 'led', 3, TELLS);
		expect(there.statuses).toEqual(['closed', 'waiting', 'waiting', 'open']);
	});

	test('goes back to a scene as it was, from another and from the end', () => {
		const shown = after('start', 'close', 'reveal', 'next', 'close');
		const back = jump(shown, 'led', 0, TELLS);
		expect(back).toEqual({ ...shown, at: 0 });
		const end = takeTelling(shown, 'led', 'end');
		expect(jump(end, 'led', 0, TELLS)).toMatchObject({ stage: 'scene', at: 0, scored: end.scored });
	});

	test.each([
		['from the lobby', lobby(SCENES), 1],
		['to the scene at hand', after('start'), 0],
		['beyond the last scene', after('start'), SCENES],
		['before the first', after('start'), -1],
		['between two', after('start'), 0.5]
	])('is refused %s', (_, session, to) => {
		expect(mayJump(session, 'led', to)).toBe(false);
		expect(() => jump(session, 'led', to, TELLS)).toThrow(RangeError);
	});

	test('waits at a free pace until everything is shown', () => {
		const free = (...steps: Step[]) =>
			steps.reduce<Session>((session, step) => takeTelling(session, 'free', step), lobby(SCENES));
		expect(mayJump(free('start'), 'free', 2)).toBe(false);
		expect(mayJump(free('start', 'close'), 'free', 2)).toBe(false);
		const shown = free('start', 'close', 'reveal');
		expect(jump(shown, 'free', 2, TELLS)).toEqual({ ...shown, at: 2 });
	});

	test('never opens what was shown, keeps what is sealed, and can be undone', () => {
		const moves = fc.oneof(presses, fc.record({ to: fc.nat(SCENES - 1) }));
		let jumps = 0;
		fc.assert(
			fc.property(paces, fc.array(moves, { maxLength: 30 }), (pace, all) => {
				let state = freshState(SCENES);
				for (const move of all) {
					const { session } = state;
					if (typeof move !== 'object') {
						state = pressed(state, pace, move);
						continue;
					}
					if (!mayJump(session, pace, move.to)) continue;
					jumps += 1;
					const there = jump(session, pace, move.to, TELLS);
					expect(there.at).toBe(move.to);
					expect(there.sealed).toEqual(session.sealed);
					expect(there.scored).toEqual(session.scored);
					for (const i of session.sealed.keys())
						if (session.sealed[i]) expect(accepts(there, there.round, i, 0)).toBe(false);
					if (pace === 'led')
						expect(there.statuses.filter((status) => status === 'open').length).toBeLessThan(2);
					expect(new Set(there.asked).size).toBe(there.asked.length);
					expect(undo(there, session)).toEqual({ ...session, asked: there.asked });
					state = { session: there, before: session };
				}
			}),
			{ numRuns: 1_000 }
		);
		expect(jumps).toBeGreaterThan(20);
	});
});
