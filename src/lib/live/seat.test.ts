import { describe, expect, test } from 'vitest';
import { answerKey } from '../group';
import type { SharedSnapshot } from '../protocol';
import { freshSeat, type SavedSeat } from './saved';
import {
	agreedWith,
	countUnsent,
	firstUnsent,
	inRound,
	repliesOf,
	settled,
	withChoice,
	withoutChoice
} from './seat';

const AGAIN = answerKey('thin-post', 'again');
const GUESS = answerKey('thin-post', 'guess');
const CHOICE = { rung: 3, position: 1, milliseconds: 500 } as const;
const WAITING = { ...CHOICE, sent: false };
const STORED = { ...CHOICE, sent: true };

const seat = (changes: Partial<SavedSeat> = {}): SavedSeat => ({ ...freshSeat(), joined: true, ...changes });
const movedTo = (before: SavedSeat, round: number, firstRound: number | null = null) =>
	inRound(before, { round, firstRound } as SharedSnapshot);

describe('a seat', () => {
	test('takes a choice in the place of having sat out, of this scene alone', () => {
		const both = ['thin-post', 'free-audit'] as const;
		expect(withChoice(seat({ withdrawn: [...both], satOut: [...both] }), 'thin-post', CHOICE)).toEqual(
			seat({ choices: { 'thin-post': WAITING }, withdrawn: ['free-audit'], satOut: ['free-audit'] })
		);
	});

	test('withdraws a scene once, however often that is asked', () => {
		const withdrawn = withoutChoice(seat({ withdrawn: ['free-audit'], satOut: ['free-audit'] }), 'thin-post');
		const both = ['free-audit', 'thin-post'];
		expect(withoutChoice(withdrawn, 'thin-post')).toMatchObject({ withdrawn: both, satOut: both });
	});

	test('sends choices before withdrawals, and names the asking only where it is not the first', () => {
		const choices = { [GUESS]: WAITING, 'free-audit': STORED };
		const full = seat({ choices, withdrawn: ['thin-post'] });
		expect(countUnsent(full)).toBe(2);
		expect(firstUnsent(full)).toEqual({
			key: GUESS,
			body: { round: 1, scene: 'thin-post', rung: 3, asking: 'guess' }
		});
		expect(firstUnsent({ ...full, choices: {} })).toEqual({
			key: 'thin-post',
			body: { round: 1, scene: 'thin-post', rung: null }
		});
	});

	test('counts what was asked once as its replies, and nothing else', () => {
		const choices = { 'thin-post': WAITING, [AGAIN]: { ...WAITING, rung: 0 }, [GUESS]: WAITING } as const;
		expect(repliesOf(seat({ choices, satOut: ['free-audit', answerKey('free-audit', 'again')] }))).toEqual({
			'thin-post': 3,
			'free-audit': null
		});
	});
});

describe('a seat that hears what the server has', () => {
	const hear = (before: Partial<SavedSeat>, own: Partial<Parameters<typeof agreedWith>[1]>) =>
		agreedWith(seat(before), { round: 1, answers: {}, ...own });

	test('is taken, and needs its token no longer', () => {
		expect(hear({ joined: false, token: 'secret' }, {})).toEqual(seat());
	});

	test('has answers of every asking', () => {
		const own = {
			answers: { 'thin-post': 1 },
			again: { 'thin-post': 2 },
			guess: { 'thin-post': 3 }
		} as const;
		expect(hear({}, own).choices).toEqual({
			'thin-post': { rung: 1, sent: true },
			[AGAIN]: { rung: 2, sent: true },
			[GUESS]: { rung: 3, sent: true }
		});
	});

	test('sends no answer again that was stored, and keeps its place and time', () => {
		expect(hear({ choices: { 'thin-post': WAITING } }, { answers: { 'thin-post': 3 } }).choices).toEqual({
			'thin-post': STORED
		});
	});

	test('still sends an answer that differs or has not come, and drops one that is gone', () => {
		const choices = {
			'thin-post': WAITING,
			'free-audit': WAITING,
			'dealer-host': STORED
		};
		expect(hear({ choices }, { answers: { 'thin-post': 1 } }).choices).toEqual({
			'thin-post': WAITING,
			'free-audit': WAITING
		});
	});

	test('shows no answer that it is about to withdraw, and each that it withdrew too late', () => {
		const satOut = ['thin-post', 'free-audit', 'dealer-host'] as const;
		const own = { answers: { 'thin-post': 1, 'free-audit': 2 } } as const;
		expect(hear({ withdrawn: ['thin-post'], satOut: [...satOut] }, own)).toMatchObject({
			choices: { 'free-audit': { rung: 2, sent: true } },
			withdrawn: ['thin-post'],
			satOut: ['thin-post', 'dealer-host']
		});
	});

	test('moves to the round of the server, and adds what it sat out to the first answers', () => {
		const moved = hear(
			{ choices: { 'thin-post': STORED, 'dealer-host': STORED }, satOut: ['free-audit'] },
			{ round: 2, first: { 'thin-post': 2 }, answers: { 'thin-post': 0 } }
		);
		expect(moved).toMatchObject({ round: 2, choices: { 'thin-post': { rung: 0, sent: true } }, satOut: [] });
		expect(moved.first).toEqual({ round: 1, replies: { 'thin-post': 2, 'free-audit': null } });
	});

	test('has the first answers where it knew of no first round', () => {
		const known = hear({ round: 2 }, { round: 2, first: { 'thin-post': 2 } });
		expect(known.first).toEqual({ round: 1, replies: { 'thin-post': 2 } });
	});
});

describe('an answer of the server to what was sent', () => {
	const sending = seat({
		choices: { 'thin-post': WAITING, 'free-audit': WAITING },
		withdrawn: ['dealer-host']
	});

	test('marks a stored choice, and drops a refused one', () => {
		expect(settled(sending, 'thin-post', 3, true)).toEqual({
			...sending,
			choices: { 'thin-post': STORED, 'free-audit': WAITING }
		});
		expect(settled(sending, 'thin-post', 3, false)).toEqual({
			...sending,
			choices: { 'free-audit': WAITING }
		});
	});

	test.each([true, false])('ends a withdrawal, stored: %s', (stored) => {
		expect(settled(sending, 'dealer-host', null, stored)).toEqual({ ...sending, withdrawn: [] });
	});

	test('says nothing of what was changed meanwhile', () => {
		expect(settled(sending, 'thin-post', 2, false)).toBe(sending);
		expect(settled(sending, 'thin-post', null, true)).toBe(sending);
		expect(settled(sending, 'dealer-host', 1, false)).toBe(sending);
	});
});

describe('a seat in another round', () => {
	const full = seat({
		token: 'secret',
		choices: { 'thin-post': STORED, 'free-audit': WAITING },
		withdrawn: ['free-audit'],
		satOut: ['dealer-host']
	});

	test('stays as it is in its own, and where no snapshot tells of one', () => {
		expect(movedTo(full, 1)).toBe(full);
		expect(inRound(full, null)).toBe(full);
	});

	test('is empty, and remembers what was sat out before', () => {
		expect(movedTo(full, 2)).toEqual(
			seat({ token: 'secret', round: 2, first: null, left: [{ round: 1, satOut: ['dealer-host'] }] })
		);
	});

	test('keeps of a first round what was sent and sat out', () => {
		const second = movedTo(full, 2, 1);
		expect(second.choices).toEqual({});
		expect(second.first).toEqual({ round: 1, replies: { 'thin-post': 3, 'dealer-host': null } });
		const back = movedTo(second, 1);
		expect(back.choices).toEqual({ 'thin-post': { rung: 3, sent: true } });
		expect([back.satOut, back.first]).toEqual([['dealer-host'], null]);
		expect(back.left).toEqual([{ round: 2, satOut: [] }]);
	});

	test('knows what was sat out in the last two rounds that it left, and no earlier', () => {
		const fourth = [2, 3, 4].reduce(
			(before, round) => ({ ...movedTo(before, round), satOut: [answerKey('thin-post', 'again')] }),
			full
		);
		expect(fourth.left?.map(({ round }) => round)).toEqual([2, 3]);
		expect(movedTo(fourth, 3).satOut).toEqual([AGAIN]);
		expect(movedTo(fourth, 1).satOut).toEqual([]);
	});
});
