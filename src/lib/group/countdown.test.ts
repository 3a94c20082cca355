import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, isDue, NETWORK_GRACE_MS } from './closing';
import { addTime, closeIn, COUNTDOWN, mayCloseIn, timed } from './countdown';
import { freshState, paces, pressed, presses, takeTelling } from './host-steps.arbitrary';
import { jump } from './jump';
import { accepts, lobby, undo, type Session } from './session';

const NOW = Date.UTC(2026, 10, 23, 14, 30);
const SECOND = 1_000;

const asking = (countdown: number | null, scenes = 3): Session => ({ ...lobby(scenes), countdown });
const go = (session: Session, step: Parameters<typeof takeTelling>[2], now = NOW) =>
	timed(session, takeTelling(session, 'led', step), now);

describe('a countdown', () => {
	it('is there for nobody who did not ask', () => {
		expect(go(asking(null), 'start').closing).toBeNull();
	});

	it('begins as a scene opens, and anew with each', () => {
		const first = go(asking(60), 'start');
		expect(first.closing).toEqual({ at: NOW + 60 * SECOND, of: 60 });
		const skipped = go(first, 'skip', NOW + 10 * SECOND);
		expect(skipped.closing).toEqual({ at: NOW + 70 * SECOND, of: 60 });
	});

	it('is over with its scene, whoever closes it', () => {
		const open = go(asking(60), 'start');
		for (const step of ['close', 'closeAndReveal', 'end', 'startOver'] as const)
			expect(go(open, step).closing, step).toBeNull();
	});

	it('can be given to what is open, made longer and taken away', () => {
		const open = closeIn(go(asking(null), 'start'), 30, NOW);
		expect(open.closing).toEqual({ at: NOW + 30 * SECOND, of: 30 });
		const longer = addTime(open, NOW + 20 * SECOND);
		expect(longer.closing).toEqual({ at: NOW + 60 * SECOND, of: 60 });
		expect(addTime(open, NOW + 31 * SECOND).closing?.at).toBe(NOW + 61 * SECOND);
		expect(closeIn(longer, null, NOW).closing).toBeNull();
		expect(() => closeIn(lobby(1), 30, NOW)).toThrow(RangeError);
		expect(() => addTime(lobby(1), NOW)).toThrow(RangeError);
	});

	it('never becomes longer than the longest', () => {
		let session = closeIn(go(asking(null), 'start'), COUNTDOWN.most, NOW);
		for (let i = 0; i < 3; i++) session = addTime(session, NOW);
		expect(session.closing).toEqual({ at: NOW + COUNTDOWN.most * SECOND, of: COUNTDOWN.most });
	});

	it('does not come back by undoing, reopening or leaving: nobody asked for it anew', () => {
		const open = go(asking(60), 'start');
		const closed = go(open, 'close');
		expect(timed(closed, undo(closed, open), NOW)).toMatchObject({
			statuses: ['open', 'waiting', 'waiting'],
			closing: null
		});
		expect(go(closed, 'reopen').closing).toBeNull();
		const skipped = go(open, 'skip');
		expect(timed(skipped, undo(skipped, open), NOW).closing).toBeNull();
		const over = go(open, 'startOver');
		expect(timed(over, undo(over, open), NOW)).toMatchObject({ stage: 'scene', closing: null });
	});

	it('goes with a jump to a scene that nobody has opened', () => {
		const open = go(asking(60), 'start');
		const tells = { scenes: [], scores: false, ending: [] };
		const there = timed(open, jump(open, 'led', 2, tells), NOW + SECOND);
		expect(there).toMatchObject({ at: 2, closing: { at: NOW + 61 * SECOND, of: 60 } });
	});

	it('begins anew where a scene is asked again, and only there', () => {
		const shown = go(go(go(asking(60), 'start'), 'close'), 'reveal');
		const again = go(shown, 'askAgain');
		expect(again.closing).toEqual({ at: NOW + 60 * SECOND, of: 60 });
		const closed = go(again, 'close');
		expect(closed.closing).toBeNull();
		expect(timed(closed, undo(closed, again), NOW).closing).toBeNull();
	});

	it('for each scene stays chosen, in the next round as well', () => {
		const second = go(go(go(go(go(asking(90, 1), 'start'), 'close'), 'reveal'), 'end'), 'secondRound');
		expect(second).toMatchObject({ round: 2, countdown: 90, closing: null });
		expect(go(second, 'start').closing?.of).toBe(90);
	});

	it('is for all scenes together at one’s own pace', () => {
		const before = asking(600);
		const open = timed(before, takeTelling(before, 'free', 'start'), NOW);
		expect(open).toMatchObject({ statuses: ['open', 'open', 'open'], closing: { of: 600 } });
	});

	it('is only there while something is open, whatever a host does', () => {
		const walks = fc.record({
			pace: paces,
			countdown: fc.option(fc.constantFrom(30, 60)),
			way: fc.array(presses, { maxLength: 60, size: 'max' })
		});
		fc.assert(
			fc.property(walks, ({ pace, countdown, way }) => {
				let state = freshState(3);
				state = { ...state, session: { ...state.session, countdown } };
				for (const press of way) {
					const next = pressed(state, pace, press);
					if (next === state) continue;
					const session = timed(state.session, next.session, NOW);
					expect(session.countdown).toBe(countdown);
					if (session.closing) expect(mayCloseIn(session)).toBe(true);
					state = { ...next, session };
				}
			})
		);
	});
});

describe('an answer', () => {
	const open = go(asking(60), 'start');
	const end = NOW + 60 * SECOND;

	it('counts until the time is up, and a moment longer, since it may be on its way', () => {
		for (const now of [NOW, end, end + NETWORK_GRACE_MS]) {
			expect(accepts(open, 1, 0, now)).toBe(true);
			expect(isDue(open, now)).toBe(false);
		}
		const late = end + NETWORK_GRACE_MS + 1;
		expect(accepts(open, 1, 0, late)).toBe(false);
		expect(isDue(open, late)).toBe(true);
		expect(dueAt(open.closing!)).toBe(end + NETWORK_GRACE_MS);
	});

	it('counts at any time without a countdown', () => {
		expect(accepts(go(asking(null), 'start'), 1, 0, Number.MAX_SAFE_INTEGER)).toBe(true);
	});
});
