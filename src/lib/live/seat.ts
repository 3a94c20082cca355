import type { Replies } from '../group';
import type { OwnAnswers, SharedSnapshot } from '../protocol';
import type { Rung, ScenarioId } from '../questions';
import { freshSeat, type SavedSeat, type SeatChoice } from './saved';

/** How a seat changes; each function returns the seat as it is afterwards. */

export function withChoice(
	seat: SavedSeat,
	scene: ScenarioId,
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

export function withoutChoice(seat: SavedSeat, scene: ScenarioId): SavedSeat {
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
	const before = seat.round === own.round ? seat : freshSeat(own.round);
	const { first } = seat.round === own.round ? seat : { first: firstIn(seat, own.round - 1) };
	const stored = Object.entries(own.answers)
		.filter(([scene]) => !before.withdrawn.includes(scene as ScenarioId))
		.map(([scene, rung]) => [scene, { ...before.choices[scene as ScenarioId], rung, sent: true }] as const);
	const waiting = Object.entries(before.choices).filter(
		([scene, choice]) => !choice.sent && own.answers[scene as ScenarioId] !== choice.rung
	);
	const choices: SavedSeat['choices'] = Object.fromEntries([...stored, ...waiting]);
	return {
		...before,
		token: null,
		joined: true,
		first: own.first && {
			round: own.round - 1,
			replies: { ...satOutIn(first?.replies ?? {}), ...own.first }
		},
		choices,
		// A withdrawal that came too late: the answer counts, and is shown.
		satOut: before.satOut.filter((scene) => !(scene in choices))
	};
}

/** Marks an answer as stored or drops it, unless it was changed meanwhile. */
export function settled(seat: SavedSeat, scene: ScenarioId, rung: Rung | null, stored: boolean): SavedSeat {
	const { [scene]: choice, ...others } = seat.choices;
	const isChanged = (choice?.rung ?? null) !== rung;
	if (isChanged) return seat;
	if (rung === null) return { ...seat, withdrawn: without(seat.withdrawn, scene) };
	return { ...seat, choices: stored && choice ? { ...others, [scene]: { ...choice, sent: true } } : others };
}

/** Returns the seat without answers where they belong to another round; those of a first round stay beside. */
export function inRound(seat: SavedSeat, snapshot: SharedSnapshot | null): SavedSeat {
	if (!snapshot || snapshot.round === seat.round) return seat;
	const { token, joined } = seat;
	return {
		...freshSeat(snapshot.round),
		token,
		joined,
		first: firstIn(seat, snapshot.firstRound ?? null)
	};
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
	return seat.first?.round === round ? seat.first : null;
}

/** Counts answers and withdrawals that the server has not stored. */
export function countUnsent({ choices, withdrawn }: SavedSeat): number {
	return Object.values(choices).filter(({ sent }) => !sent).length + withdrawn.length;
}

/** Expects a seat with something unsent. */
export function firstUnsent({ round, choices, withdrawn }: SavedSeat) {
	const [scene, choice] = Object.entries(choices).find(([, { sent }]) => !sent) ?? [withdrawn[0]];
	return { round, scene: scene as ScenarioId, rung: choice?.rung ?? null };
}

function without(scenes: readonly ScenarioId[], scene: ScenarioId): ScenarioId[] {
	return scenes.filter((other) => other !== scene);
}
