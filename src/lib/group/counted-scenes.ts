import type { Rung, ScenarioId } from '../questions';
import { countRungs, isNearlyAll } from './counts';

/** What one person replied: a rung, or null for sitting out. Without an entry the person was away. */
export type Replies = Readonly<Partial<Record<ScenarioId, Rung | null>>>;

/** How many of the counted scenes somebody missed before coming and after leaving, as far as replies tell. */
export type Missed = { first: number; last: number };

export type Basis = {
	scenes: readonly ScenarioId[];
	missed: readonly Missed[];
};

export const FEWEST_SCENES = 3;

export function answersNeeded(scenes: number): number {
	return Math.max(2, Math.ceil((2 * scenes) / 3));
}

export function hasPlace(replies: Replies, { scenes, missed }: Basis): boolean {
	if (answersTo(scenes, replies) < answersNeeded(scenes.length)) return false;
	const own = missedBy(replies, scenes);
	return missed.some(({ first, last }) => first === own.first && last === own.last);
}

/**
 * Finds the largest set of scenes, of equal ones the one with the most places, then the latest, where:
 * - a place takes company, the smallest group that has missed the same first and last scenes: each could be any other;
 * - who answered a scene and has no place is nobody, or the smallest group: so is what is left when places are subtracted;
 * - in neither group do nearly all choose alike: what is true of all of them is true of each.
 * @param scenes in the order of asking, at most 20; only those whose pictures show more than `few`
 */
export function findBasis(
	people: readonly Replies[],
	scenes: readonly ScenarioId[],
	smallestGroup: number
): Basis | null {
	const basis = largestBasis(people, scenes, smallestGroup);
	if (!basis) return null;
	const groups = [
		...Map.groupBy(people, (replies) => {
			const { first, last } = missedBy(replies, basis.scenes);
			return hasPlace(replies, basis) ? `${first} ${last}` : null;
		}).values()
	];
	const counts = (group: readonly Replies[], scene: ScenarioId) =>
		countRungs(group.flatMap((replies) => replies[scene] ?? []));
	const alike = basis.scenes.filter(
		(scene) =>
			!isNearlyAll(counts(people, scene)) &&
			groups.some(
				(group) => group.some((replies) => replies[scene] != null) && isNearlyAll(counts(group, scene))
			)
	);
	if (alike.length === 0) return basis;
	return findBasis(
		people,
		scenes.filter((scene) => !alike.includes(scene)),
		smallestGroup
	);
}

function largestBasis(
	people: readonly Replies[],
	scenes: readonly ScenarioId[],
	smallestGroup: number
): Basis | null {
	const groups = groupByReplies(people, scenes);
	const placesOn = placeCounter(groups, smallestGroup);
	for (let size = scenes.length; size >= FEWEST_SCENES; size -= 1) {
		let best = { set: 0, places: smallestGroup };
		for (let set = 2 ** size - 1; set < 2 ** scenes.length; set = nextSet(set)) {
			const places = placesOn(set);
			if (places >= best.places) best = { set, places };
		}
		if (best.set > 0)
			return {
				scenes: scenes.filter((_, i) => (best.set >> i) & 1),
				missed: sharedWays(best.set, groups, smallestGroup)
			};
	}
	return null;
}

function answersTo(scenes: readonly ScenarioId[], replies: Replies): number {
	return scenes.filter((scene) => replies[scene] != null).length;
}

export function missedBy(replies: Replies, scenes: readonly ScenarioId[]): Missed {
	const replied = scenes.map((scene) => replies[scene] !== undefined);
	return { first: replied.indexOf(true), last: replied.toReversed().indexOf(true) };
}

/*
 * From here on a set of scenes is a number: bit i stands for scene i.
 */

type Group = { answered: number; replied: number; people: number };

function groupByReplies(people: readonly Replies[], scenes: readonly ScenarioId[]): Group[] {
	const groups = new Map<number, Group>();
	for (const replies of people) {
		let answered = 0;
		let replied = 0;
		for (let i = 0; i < scenes.length; i += 1) {
			const reply = replies[scenes[i] as ScenarioId];
			if (reply === undefined) continue;
			replied |= 1 << i;
			if (reply !== null) answered |= 1 << i;
		}
		if (answered === 0) continue;
		const name = answered * 2 ** scenes.length + replied;
		const group = groups.get(name);
		if (group) group.people += 1;
		else groups.set(name, { answered, replied, people: 1 });
	}
	return [...groups.values()];
}

/** The next larger number with as many bits. */
function nextSet(set: number): number {
	const lowest = set & -set;
	const ripple = set + lowest;
	return ripple | (((set ^ ripple) >>> 2) / lowest);
}

function sharedWays(set: number, groups: readonly Group[], smallestGroup: number): Missed[] {
	const company = new Map<number, number>();
	for (const { answered, replied, people } of groups) {
		if (ones(answered & set) < answersNeeded(ones(set))) continue;
		const way = wayOf(replied & set, set);
		company.set(way, (company.get(way) ?? 0) + people);
	}
	return [...company]
		.filter(([, people]) => people >= smallestGroup)
		.map(([way]) => ({ first: way >> 5, last: way & 31 }))
		.sort((a, b) => a.first - b.first || a.last - b.last);
}

/**
 * Counts the people with a place on a set of scenes; 0 where somebody would be left over.
 *
 * Plain people are present at both ends of the set and have so few gaps that no set of this size takes their place away.
 * They are counted once for each size and pair of ends; few others are left to look at for each set.
 */
function placeCounter(groups: readonly Group[], smallestGroup: number): (set: number) => number {
	const all = groups.reduce((union, { replied }) => union | replied, 0);
	const known = new Map<number, { plain: number; others: Int32Array }>();
	const sortedBy = (ends: number, size: number) => {
		const spare = size - answersNeeded(size);
		const isPlain = ({ answered, replied }: Group) =>
			(replied & ends) === ends && ones(all & ~answered) <= spare;
		const plain = groups.reduce((sum, group) => sum + (isPlain(group) ? group.people : 0), 0);
		const enough = plain >= smallestGroup;
		const others = groups.filter((group) => !enough || !isPlain(group));
		return {
			plain: enough ? plain : 0,
			others: Int32Array.from(others.flatMap(({ answered, replied, people }) => [answered, replied, people]))
		};
	};
	const ways = new Int32Array(groups.length);
	const company = new Int32Array(32 * 32);
	const left = new Int32Array(32);
	return (set) => {
		const size = ones(set);
		const needed = answersNeeded(size);
		const ends = (set & -set) | (1 << (31 - Math.clz32(set)));
		const name = ends * 32 + size;
		let sorted = known.get(name);
		if (!sorted) known.set(name, (sorted = sortedBy(ends, size)));
		const { plain, others } = sorted;
		company[0] = plain;
		for (let i = 0, group = 0; i < others.length; i += 3, group += 1) {
			const enough = ones((others[i] as number) & set) >= needed;
			const way = enough ? wayOf((others[i + 1] as number) & set, set) : -1;
			ways[group] = way;
			if (enough) company[way]! += others[i + 2] as number;
		}
		let places = plain;
		let touched = 0;
		for (let i = 0, group = 0; i < others.length; i += 3, group += 1) {
			const people = others[i + 2] as number;
			if ((ways[group] as number) >= 0 && (company[ways[group] as number] as number) >= smallestGroup) {
				places += people;
				continue;
			}
			const answered = (others[i] as number) & set;
			touched |= answered;
			for (let rest = answered; rest !== 0; rest &= rest - 1) left[31 - Math.clz32(rest & -rest)]! += people;
		}
		for (let group = 0; 3 * group < others.length; group += 1)
			if ((ways[group] as number) >= 0) company[ways[group] as number] = 0;
		let over = false;
		for (; touched !== 0; touched &= touched - 1) {
			const scene = 31 - Math.clz32(touched & -touched);
			over ||= (left[scene] as number) < smallestGroup;
			left[scene] = 0;
		}
		return over ? 0 : places;
	};
}

/** How many scenes of a set lie before the first of some of them, and how many after the last. */
function wayOf(some: number, set: number): number {
	const lowest = some & -some;
	const highest = 31 - Math.clz32(some);
	return 32 * ones(set & (lowest - 1)) + ones(set & ~(2 ** (highest + 1) - 1));
}

function ones(bits: number): number {
	let count = bits - ((bits >>> 1) & 0x55555555);
	count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
	return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
