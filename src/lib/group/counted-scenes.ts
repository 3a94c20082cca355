import { RUNGS, type Rung, type ScenarioId, type SceneId } from '../questions';
import { isNearlyAll, type Counts } from './counts';

/** What one person replied: a rung, or null for sitting out. Without an entry the person was away. */
export type Replies = Readonly<Partial<Record<SceneId, Rung | null>>>;

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
 * - who answered a scene and has no place is nobody, or the smallest group, or only people who were there with such company and
 *   sat out too much, which nobody sees: so is what subtracting leaves;
 * - in neither group do nearly all choose alike: what is true of all of them is true of each.
 * @param scenes in the order of asking, at most 20; only those whose pictures show more than `few`
 */
export function findBasis(
	people: readonly Replies[],
	scenes: readonly ScenarioId[],
	smallestGroup: number
): Basis | null {
	const kinds = kindsOf(people, scenes);
	const judge = judgeAmong(kinds, scenes.length, smallestGroup);
	let best: Verdict | null = null;
	let least = FEWEST_SCENES;
	for (const set of setsToTry(kinds, scenes.length)) {
		if (ones(set) < least) break;
		const found = settle(set, least, judge);
		if (!found || (best && !isBetter(found, best))) continue;
		best = found;
		least = ones(found.set);
	}
	return (
		best && {
			scenes: scenes.filter((_, i) => (best.set >> i) & 1),
			missed: best.ways.map((way) => ({ first: way >> 5, last: way & 31 }))
		}
	);
}

function answersTo(scenes: readonly ScenarioId[], replies: Replies): number {
	return scenes.filter((scene) => replies[scene] != null).length;
}

function missedBy(replies: Replies, scenes: readonly ScenarioId[]): Missed {
	const replied = scenes.map((scene) => replies[scene] !== undefined);
	return { first: replied.indexOf(true), last: replied.toReversed().indexOf(true) };
}

// From here on a set of scenes is a number: bit i stands for scene i.

/** People who answered and sat out the same scenes; `rungs[5 * scene + rung]` counts what they chose. */
type Kind = { answered: number; replied: number; people: number; rungs: Int32Array };

/** What holds on a set: the scenes that break a rule, the ways of missing that have company, and people with a place. */
type Verdict = { set: number; broken: number; ways: readonly number[]; places: number };

function kindsOf(people: readonly Replies[], scenes: readonly ScenarioId[]): Kind[] {
	const kinds = new Map<number, Kind>();
	for (const replies of people) {
		let [answered, replied] = [0, 0];
		scenes.forEach((scene, i) => {
			if (replies[scene] !== undefined) replied |= 1 << i;
			if (replies[scene] != null) answered |= 1 << i;
		});
		if (answered === 0) continue;
		const name = answered * 2 ** scenes.length + replied;
		const kind = kinds.get(name) ?? { answered, replied, people: 0, rungs: noRungs(scenes.length) };
		kinds.set(name, kind);
		kind.people += 1;
		scenes.forEach((scene, i) => {
			const rung = replies[scene];
			if (rung != null) kind.rungs[RUNGS.length * i + rung]! += 1;
		});
	}
	return [...kinds.values()];
}

/** With more parts than this, there are too many ways to join them. */
const MOST_PARTS = 12;

/**
 * The largest first. Up to twelve scenes these are all sets. Of more scenes they are the windows of the order of asking, and all
 * sets of parts between which nobody comes or goes, unless these are more than twelve. It may miss a larger set then.
 */
function setsToTry(kinds: readonly Kind[], scenes: number): number[] {
	const each = Array.from({ length: scenes }, (_, i) => 1 << i);
	const starts = kinds.reduce((all, { replied }) => all | startOf(replied) | (endOf(replied) << 1), 1);
	const parts = scenes > MOST_PARTS ? joinedUntil(starts, each) : each;
	const windows = each.flatMap((_, i) =>
		each.slice(i).map((_, length) => sumOf(each.slice(i, i + length + 1)))
	);
	const unions =
		parts.length > MOST_PARTS
			? []
			: parts.reduce((sets, part) => [...sets, ...sets.map((set) => set | part)], [0]);
	return [...unions, ...(scenes > MOST_PARTS ? windows : [])].sort((a, b) => ones(b) - ones(a));
}

/** Joins each scene to the one before, unless it is among `starts`. */
function joinedUntil(starts: number, scenes: readonly number[]): number[] {
	return scenes.reduce<number[]>(
		(parts, scene) => (scene & starts ? [...parts, scene] : parts.with(-1, (parts.at(-1) as number) | scene)),
		[]
	);
}

/** Takes broken scenes out until none is; null where fewer than `least` are left. */
function settle(set: number, least: number, judge: (set: number) => Verdict): Verdict | null {
	let verdict = judge(set);
	while (verdict.broken !== 0) {
		const rest = verdict.set & ~verdict.broken;
		if (ones(rest) < least) return null;
		verdict = judge(rest);
	}
	return verdict.places > 0 ? verdict : null;
}

function isBetter(one: Verdict, other: Verdict): boolean {
	return (ones(one.set) - ones(other.set) || one.places - other.places || one.set - other.set) > 0;
}

function judgeAmong(kinds: readonly Kind[], scenes: number, smallestGroup: number): (set: number) => Verdict {
	const total = rungsOf(kinds, scenes);
	return (set) => {
		const { ways, places, groups, strangers, spare } = company(kinds, set, smallestGroup);
		const brokenWhere = (breaks: (i: number) => boolean) => {
			let broken = 0;
			for (let i = 0; i < scenes; i += 1) if ((set >> i) & 1 && breaks(i)) broken |= 1 << i;
			return broken;
		};
		const strange = rungsOf(strangers, scenes);
		const isStrange = (i: number) => peopleAt(strange, i) > 0;
		const over = rungsOf([...strangers, ...spare], scenes);
		const few = brokenWhere((i) => isStrange(i) && peopleAt(over, i) < smallestGroup);
		if (few !== 0) return { set, broken: few, ways, places };
		// The first group is nearly everybody, and quicker to reckon as what the others leave.
		const others = groups.slice(1).map((group) => rungsOf(group, scenes));
		const first = total.map((count, i) =>
			[strange, ...others].reduce((rest, rungs) => rest - (rungs[i] as number), count)
		);
		const isAlike = (rungs: Int32Array, i: number) =>
			peopleAt(rungs, i) > 0 && isNearlyAll(countsAt(rungs, i));
		const broken = brokenWhere(
			(i) =>
				!isNearlyAll(countsAt(total, i)) &&
				((isStrange(i) && isAlike(over, i)) || [first, ...others].some((rungs) => isAlike(rungs, i)))
		);
		return { set, broken, ways, places };
	};
}

/** Groups people by ways of missing that have company. `spare` have no place in their group; `strangers` have no group. */
function company(kinds: readonly Kind[], set: number, smallestGroup: number) {
	const needed = answersNeeded(ones(set));
	const hasEnough = ({ answered }: Kind) => ones(answered & set) >= needed;
	const byWay = new Map<number, Kind[]>();
	const placed = new Map<number, number>();
	for (const kind of kinds) {
		if ((kind.answered & set) === 0) continue;
		const way = wayOf(kind.replied & set, set);
		const group = byWay.get(way);
		if (group) group.push(kind);
		else byWay.set(way, [kind]);
		if (hasEnough(kind)) placed.set(way, (placed.get(way) ?? 0) + kind.people);
	}
	const [strangers, spare]: [Kind[], Kind[]] = [[], []];
	const ways: number[] = [];
	const groups: Kind[][] = [];
	let places = 0;
	for (const [way, all] of [...byWay].sort(([a], [b]) => a - b)) {
		const own = placed.get(way) ?? 0;
		if (own < smallestGroup) {
			strangers.push(...all);
			continue;
		}
		places += own;
		ways.push(way);
		const group: Kind[] = [];
		for (const kind of all)
			if (hasEnough(kind)) group.push(kind);
			else if (isThrough(kind, set)) {
				group.push(kind);
				spare.push(kind);
			} else strangers.push(kind);
		groups.push(group);
	}
	return { ways, places, groups, strangers, spare };
}

/** Whether somebody replied to all of a set between their first reply and their last. */
function isThrough({ replied }: Kind, set: number): boolean {
	const here = replied & set;
	return (set & ~here & (endOf(here) - 1) & -startOf(here)) === 0;
}

const noRungs = (scenes: number) => new Int32Array(RUNGS.length * scenes);

function rungsOf(kinds: readonly Kind[], scenes: number): Int32Array {
	const sum = noRungs(scenes);
	for (const { rungs } of kinds) for (let i = 0; i < sum.length; i += 1) sum[i]! += rungs[i] as number;
	return sum;
}

function countsAt(rungs: Int32Array, scene: number): Counts {
	return RUNGS.map((rung) => rungs[RUNGS.length * scene + rung]) as unknown as Counts;
}

const peopleAt = (rungs: Int32Array, scene: number) => sumOf(countsAt(rungs, scene));

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

const startOf = (set: number) => set & -set;
const endOf = (set: number) => (set === 0 ? 0 : 1 << (31 - Math.clz32(set)));

/** How many scenes of a set lie before the first of some of them, and how many after the last. */
function wayOf(some: number, set: number): number {
	return 32 * ones(set & (startOf(some) - 1)) + ones(set & -(2 * endOf(some)));
}

function ones(bits: number): number {
	let count = bits - ((bits >>> 1) & 0x55555555);
	count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
	return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
