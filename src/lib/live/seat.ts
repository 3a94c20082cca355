import type { Replies } from '../group';
import type { OwnAnswers, SharedSnapshot } from '../protocol';
import type { Rung, SceneId } from '../questions';
import { freshSeat, type SavedSeat, type SeatChoice } from './saved';

/** How a seat changes; each function returns the seat as it is afterwards. */

export function withChoice(
	seat: SavedSeat,
	scene: SceneId,
	{ milliseconds, ...choice }: Required<Omit<SeatChoice, 'sent'>>
): SavedSeat {
	const first = seat.choices[scene]?.milliseconds ?? milliseconds;
	return {
		...seat,
		choices: { ...seat.choices, [scene]: { ...choice, milliseconds: first, sent: false } },
		withdrawn: without(seat.withdrawn, scene),
		satOut: without(seat.satOut, scene)
	};
}

export function withoutChoice(seat: SavedSeat, scene: SceneId): SavedSeat {
	const others = Object.entries(seat.choices).filter(([other]) => other !== scene);
	return {
		...seat,
		choices: Object.fromEntries(others),
		withdrawn: [...without(seat.withdrawn, scene), scene],
		satOut: [...without(seat.satOut, scene), scene]
	};
}

/** Takes what the server has; answers that it has not heard yet stay on top. */
export function agreedWith(seat: SavedSeat, own: OwnAnswers): SavedSeat {
	const before = movedTo(seat, own.round, own.first ? own.round - 1 : null);
	const stored = Object.entries(own.answers)
		.filter(([scene]) => !before.withdrawn.includes(scene as SceneId))
		.map(([scene, rung]) => [scene, { ...before.choices[scene as SceneId], rung, sent: true }] as const);
	const waiting = Object.entries(before.choices).filter(
		([scene, choice]) => !choice.sent && own.answers[scene as SceneId] !== choice.rung
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
		satOut: before.satOut.filter((scene) => !(scene in choices))
	};
}

/** Marks an answer as stored or drops it, unless it was changed meanwhile. */
export function settled(seat: SavedSeat, scene: SceneId, rung: Rung | null, stored: boolean): SavedSeat {
	const { [scene]: choice, ...others } = seat.choices;
	const isChanged = (choice?.rung ?? null) !== rung;
	if (isChanged) return seat;
	if (rung === null) return { ...seat, withdrawn: without(seat.withdrawn, scene) };
	return { ...seat, choices: stored && choice ? { ...others, [scene]: { ...choice, sent: true } } : others };
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

export function repliesOf({ choices, satOut }: Pick<SavedSeat, 'choices' | 'satOut'>): Replies {
	return Object.fromEntries([
		...satOut.map((scene) => [scene, null] as const),
		...Object.entries(choices).map(([scene, { rung }]) => [scene, rung] as const)
	]);
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
	const [scene, choice] = Object.entries(choices).find(([, { sent }]) => !sent) ?? [withdrawn[0]];
	return { round, scene: scene as SceneId, rung: choice?.rung ?? null };
}

function without(scenes: readonly SceneId[], scene: SceneId): SceneId[] {
	return scenes.filter((other) => other !== scene);
}
