import {
	answerKey,
	givenTo,
	readAnswerKey,
	type AnswerKey,
	type Asking,
	type ByAnswerKey,
	type Replies
} from '../group';
import type { OwnAnswers, SharedSnapshot } from '../protocol';
import type { Rung, SceneId } from '../questions';
import { freshSeat, type SavedSeat, type SeatChoice } from './saved';

/** How a seat changes; each function returns the seat as it is afterwards. */

export function withChoice(
	seat: SavedSeat,
	key: AnswerKey,
	{ milliseconds, ...choice }: Required<Omit<SeatChoice, 'sent'>>
): SavedSeat {
	const first = seat.choices[key]?.milliseconds ?? milliseconds;
	return {
		...seat,
		choices: { ...seat.choices, [key]: { ...choice, milliseconds: first, sent: false } },
		withdrawn: without(seat.withdrawn, key),
		satOut: without(seat.satOut, key)
	};
}

export function withoutChoice(seat: SavedSeat, key: AnswerKey): SavedSeat {
	const others = Object.entries(seat.choices).filter(([other]) => other !== key);
	return {
		...seat,
		choices: Object.fromEntries(others),
		withdrawn: [...without(seat.withdrawn, key), key],
		satOut: [...without(seat.satOut, key), key]
	};
}

/** Takes what the server has; answers that it has not heard yet stay on top. */
export function agreedWith(seat: SavedSeat, own: OwnAnswers): SavedSeat {
	const before = movedTo(seat, own.round, own.first ? own.round - 1 : null);
	const known = answersByKey(own);
	const stored = Object.entries(known)
		.filter(([key]) => !before.withdrawn.includes(key as AnswerKey))
		.map(([key, rung]) => [key, { ...before.choices[key as AnswerKey], rung, sent: true }] as const);
	const waiting = Object.entries(before.choices).filter(
		([key, choice]) => !choice.sent && known[key as AnswerKey] !== choice.rung
	);
	const choices: SavedSeat['choices'] = Object.fromEntries([...stored, ...waiting]);
	return {
		...before,
		token: null,
		joined: true,
		first: own.first && {
			round: own.round - 1,
			replies: { ...satOutIn(before.first?.replies ?? {}), ...own.first }
		},
		choices,
		// A withdrawal that came too late: the answer counts, and is shown.
		satOut: before.satOut.filter((key) => !(key in choices))
	};
}

function answersByKey({ answers, again = {}, guess = {} }: OwnAnswers): ByAnswerKey<Rung> {
	const to = (asking: Asking, given: OwnAnswers['answers']) =>
		Object.entries(given).map(([scene, rung]) => [answerKey(scene as SceneId, asking), rung] as const);
	return Object.fromEntries([...to('once', answers), ...to('again', again), ...to('guess', guess)]);
}

/** Marks an answer as stored or drops it, unless it was changed meanwhile. */
export function settled(seat: SavedSeat, key: AnswerKey, rung: Rung | null, stored: boolean): SavedSeat {
	const { [key]: choice, ...others } = seat.choices;
	const isChanged = (choice?.rung ?? null) !== rung;
	if (isChanged) return seat;
	if (rung === null) return { ...seat, withdrawn: without(seat.withdrawn, key) };
	return { ...seat, choices: stored && choice ? { ...others, [key]: { ...choice, sent: true } } : others };
}

export function inRound(seat: SavedSeat, snapshot: SharedSnapshot | null): SavedSeat {
	return snapshot ? movedTo(seat, snapshot.round, snapshot.firstRound ?? null) : seat;
}

/** So many rounds can be undone, or are compared. */
const ROUNDS_LEFT = 2;

/** Returns the seat without answers where they belong to another round; those of a first round stay beside, or come back. */
function movedTo(seat: SavedSeat, round: number, firstRound: number | null): SavedSeat {
	if (round === seat.round) return seat;
	const { token, joined, first } = seat;
	const left = roundsLeft(seat);
	const satOut = left.find((of) => of.round === round)?.satOut ?? [];
	return {
		...freshSeat(round),
		token,
		joined,
		choices: first?.round === round ? storedChoices(first.replies) : {},
		satOut,
		first: firstIn(seat, firstRound),
		left: left.filter((of) => of.round !== round).slice(-ROUNDS_LEFT)
	};
}

function roundsLeft({ round, satOut, first, left = [] }: SavedSeat) {
	const firstSatOut = Object.keys(satOutIn(first?.replies ?? {})) as SceneId[];
	return [...left, ...(first ? [{ round: first.round, satOut: firstSatOut }] : []), { round, satOut }];
}

function storedChoices(replies: Replies): SavedSeat['choices'] {
	return Object.fromEntries(
		Object.entries(replies).flatMap(([scene, rung]) => (rung == null ? [] : [[scene, { rung, sent: true }]]))
	);
}

/** Of what was asked once: nothing else makes a place. */
export function repliesOf({ choices, satOut }: Pick<SavedSeat, 'choices' | 'satOut'>): Replies {
	const replies: [string, Rung | null][] = [
		...satOut.map((key): [string, null] => [key, null]),
		...Object.entries(choices).map(([key, { rung }]): [string, Rung] => [key, rung])
	];
	return givenTo('once', Object.fromEntries(replies));
}

/** Only the device knows what was sat out. */
function satOutIn(replies: Replies): Replies {
	return Object.fromEntries(Object.entries(replies).filter(([, rung]) => rung === null));
}

/** @param round the first one, in a second; else null */
function firstIn(seat: SavedSeat, round: number | null): SavedSeat['first'] {
	// What was never sent hangs on no string.
	const choices = Object.fromEntries(Object.entries(seat.choices).filter(([, { sent }]) => sent));
	if (round === seat.round) return { round, replies: repliesOf({ ...seat, choices }) };
	if (seat.first?.round === round) return seat.first;
	const left = seat.left?.find((of) => of.round === round);
	return left ? { round: left.round, replies: repliesOf({ ...left, choices: {} }) } : null;
}

/** Counts answers and withdrawals that the server has not stored. */
export function countUnsent({ choices, withdrawn }: SavedSeat): number {
	return Object.values(choices).filter(({ sent }) => !sent).length + withdrawn.length;
}

/** Expects a seat with something unsent. */
export function firstUnsent({ round, choices, withdrawn }: SavedSeat) {
	const unsent = Object.entries(choices).find(([, { sent }]) => !sent);
	const key = (unsent?.[0] ?? withdrawn[0]) as AnswerKey;
	const { scene, asking } = readAnswerKey(key) as { scene: SceneId; asking: Asking };
	const rung = unsent?.[1].rung ?? null;
	// A server of an earlier version knows no other asking.
	return { key, body: { round, scene, rung, ...(asking !== 'once' && { asking }) } };
}

function without(keys: readonly AnswerKey[], key: AnswerKey): AnswerKey[] {
	return keys.filter((other) => other !== key);
}
