import type { ScenarioId } from '../questions';
import { answersNeeded, type Basis, type Replies } from './counted-scenes';
import { countRungs, isNearlyAll } from './counts';

/** For tests only: the rules of `findBasis` as they are said, tried on every set of scenes. Slow, and hard to get wrong. */

export type Judged = Basis & { places: number };

/** Returns what holds on these scenes; null where a rule is broken. */
export function judged(
	people: readonly Replies[],
	scenes: readonly ScenarioId[],
	smallestGroup: number
): Judged | null {
	const here = people.filter((replies) => scenes.some((scene) => replies[scene] != null));
	const hasEnough = (replies: Replies) =>
		scenes.filter((scene) => replies[scene] != null).length >= answersNeeded(scenes.length);
	const wayOf = (replies: Replies) => {
		const replied = scenes.map((scene) => replies[scene] !== undefined);
		return { first: replied.indexOf(true), last: scenes.length - 1 - replied.lastIndexOf(true) };
	};
	const wentOut = (replies: Replies) => {
		const { first, last } = wayOf(replies);
		return scenes.slice(first, scenes.length - last).some((scene) => replies[scene] === undefined);
	};
	const groups = [...Map.groupBy(here, (replies) => JSON.stringify(wayOf(replies))).values()].filter(
		(alike) => alike.filter(hasEnough).length >= smallestGroup
	);
	const placed = groups.flat().filter(hasEnough);
	const unseen = groups.flat().filter((replies) => !hasEnough(replies) && !wentOut(replies));
	const strangers = here.filter((replies) => !placed.includes(replies) && !unseen.includes(replies));
	const countsIn = (some: readonly Replies[], scene: ScenarioId) =>
		countRungs(some.flatMap((replies) => replies[scene] ?? []));
	const answersIn = (some: readonly Replies[], scene: ScenarioId) =>
		some.filter((replies) => replies[scene] != null).length;
	const isBroken = (scene: ScenarioId) => {
		const isStrange = answersIn(strangers, scene) > 0;
		const over = [...strangers, ...unseen];
		if (isStrange && answersIn(over, scene) < smallestGroup) return true;
		if (isNearlyAll(countsIn(people, scene))) return false;
		const told = groups.map((group) => group.filter((replies) => !strangers.includes(replies)));
		return [...told, ...(isStrange ? [over] : [])].some(
			(group) => answersIn(group, scene) > 0 && isNearlyAll(countsIn(group, scene))
		);
	};
	if (placed.length === 0 || scenes.some(isBroken)) return null;
	const missed = groups
		.map((group) => wayOf(group[0] as Replies))
		.sort((a, b) => a.first - b.first || a.last - b.last);
	return { scenes, missed, places: placed.length };
}

/** Returns the largest set that keeps the rules, of equal ones the one with the most places, then the latest. */
export function plainBasis(
	people: readonly Replies[],
	scenes: readonly ScenarioId[],
	smallestGroup: number
): Basis | null {
	let best: Judged | null = null;
	for (let set = 0; set < 2 ** scenes.length; set += 1) {
		const some = scenes.filter((_, i) => (set >> i) & 1);
		if (some.length < 3) continue;
		const found = judged(people, some, smallestGroup);
		const isBetter =
			found && (!best || (found.scenes.length - best.scenes.length || found.places - best.places || 1) > 0);
		if (isBetter) best = found;
	}
	return best && { scenes: best.scenes, missed: best.missed };
}
