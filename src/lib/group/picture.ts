import { DIMENSIONS, RUNGS, scenarioOf, type Dimension, type Rung, type ScenarioId } from '../questions';
import type { Answers } from '../scoring';

/**
 * How a room answered one scene. `few`: fewer people than the smallest group, nobody included, which looks the same.
 * `nearlyAll`: one option was chosen by everybody or by all but one; which of the two is never said, since the one
 * would know about all others. Shares are whole per cents by rung.
 */
export type ScenePicture =
	{ kind: 'few' } | { kind: 'nearlyAll'; rung: Rung } | { kind: 'shares'; count: number; shares: Counts };

/** Where people's scores lie, 0 to 100 in steps of 5, least first; `nearlyAll` as in a scene. */
export type SpreadPicture =
	| { kind: 'few' }
	| { kind: 'nearlyAll'; place: number }
	| {
			kind: 'spread';
			/** How many people at each place; only places that hold somebody. Empty where beads would tell too much. */
			places: readonly { place: number; count: number }[];
			/** Half of the people lie between `low` and `high`, a quarter on each side. */
			low: number;
			middle: number;
			high: number;
	  };

/** A scene that scores rest on. Where its picture says that nearly all chose one rung, whoever answered counts with it. */
export type CountedScene = { scene: ScenarioId; nearlyAll: Rung | null };

/** The whole room at the end. */
export type GroupPicture = {
	/** What the scores rest on: those scenes of which the room was shown more than `few`. */
	counted: readonly CountedScene[];
	overall: SpreadPicture;
	dimensions: Record<Dimension, SpreadPicture>;
	/** Scenes of which shares may be shown, those that split the room most first. */
	splits: readonly { scene: ScenarioId; split: number }[];
};

/** Steps in which scores are shown: finer ones would let sums be worked back into single answers. */
const STEP = 5;

/**
 * From so many scenes on a bead is rounded by 0.46 rungs or more (standard deviation 5 / sqrt(12) points times scenes / 25), so
 * that even five beads together leave more than a rung open.
 */
const SCENES_FOR_ROUNDING = 8;

/** Fewest answers of one person for a bead on the string; with one it would be that answer. */
const LEAST_ANSWERS = 2;

/** Of the scenes that count, which part a person must have answered to be on the string: as for a full result. */
const LEAST_PART = 0.8;

/** How many people chose each rung; sitting out is in none of them. */
export type Counts = readonly [number, number, number, number, number];

/**
 * The picture of one scene, with disclosure control.
 * @param smallestGroup fewest people of whom anything is shown
 */
export function pictureScene(counts: Counts, smallestGroup: number): ScenePicture {
	const answered = counts.reduce((sum, count) => sum + count, 0);
	if (answered < smallestGroup) return { kind: 'few' };
	const largest = Math.max(...counts);
	if (largest >= answered - 1) return { kind: 'nearlyAll', rung: counts.indexOf(largest) as Rung };
	return { kind: 'shares', count: answered, shares: wholePercents(counts) };
}

/** The scenes of which shares may be shown, those that split the room most first. */
export function splitsOf(
	pictures: ReadonlyMap<ScenarioId, ScenePicture>
): readonly { scene: ScenarioId; split: number }[] {
	return [...pictures]
		.flatMap(([scene, picture]) =>
			picture.kind === 'shares' ? [{ scene, split: splitOf(picture.shares) }] : []
		)
		.sort((a, b) => b.split - a.split);
}

/** Counts the rungs of some answers. */
export function countRungs(rungs: readonly Rung[]): Counts {
	return RUNGS.map((rung) => rungs.filter((other) => other === rung).length) as unknown as Counts;
}

/**
 * The picture of the room from the answers to those scenes whose pictures were shown. Scores come from the same
 * formula as everybody's own; the room sees them in steps of 5.
 *
 * What the pictures of the scenes hide must not come back by subtracting: neither one picture of the room from a later
 * one with one more scene, nor the shares of the scenes from the scores. So a scene that too few answered counts for
 * nothing, and one in which nearly all chose alike counts as if all had.
 */
export function pictureGroup(
	people: readonly Answers[],
	shown: readonly ScenarioId[],
	smallestGroup: number
): GroupPicture {
	const pictures = new Map(
		shown.map((scene) => [
			scene,
			pictureScene(countRungs(people.flatMap((answers) => answers[scene] ?? [])), smallestGroup)
		])
	);
	const counted = countedOf(pictures);
	const spread = (scenes: readonly CountedScene[], beads: boolean) =>
		pictureSpread(
			people.flatMap((answers) => scoreOn(answers, scenes) ?? []),
			smallestGroup,
			beads
		);
	const inDimension = (dimension: Dimension) =>
		counted.filter(({ scene }) => scenarioOf(scene).dimension === dimension);
	return {
		counted,
		overall: spread(counted, mayShowPlaces(people, counted, smallestGroup)),
		dimensions: Object.fromEntries(
			DIMENSIONS.map((dimension) => [dimension, spread(inDimension(dimension), false)])
		) as GroupPicture['dimensions'],
		splits: splitsOf(pictures)
	};
}

/**
 * Where one person stands in the steps of the room's picture; null with too few answers for a bead.
 * @param counted as the room's picture has it
 */
export function placeOf(answers: Answers, counted: readonly CountedScene[]): number | null {
	const score = scoreOn(answers, counted);
	return score === null ? null : stepped(score);
}

/**
 * How much a scene splits a room, 0 (all alike) to 1 (half on each end of the ladder): the variance of the rungs
 * beside the largest that five rungs can have.
 * @param shares per cents by rung
 */
export function splitOf(shares: Counts): number {
	const total = shares.reduce((sum, share) => sum + share, 0);
	if (total === 0) return 0;
	const mean = shares.reduce((sum, share, rung) => sum + share * rung, 0) / total;
	const variance = shares.reduce((sum, share, rung) => sum + share * (rung - mean) ** 2, 0) / total;
	return variance / 4;
}

/**
 * Who came late is in the shares of a scene or two and has no bead. With few scenes a step of 5 is exact, and shares less
 * beads would give that person's answers; where so few are missing, the string shows the room's half without beads. From
 * some scenes on rounding hides more than one answer weighs.
 */
function mayShowPlaces(
	people: readonly Answers[],
	counted: readonly CountedScene[],
	smallestGroup: number
): boolean {
	const here = people.filter((answers) => counted.some(({ scene }) => answers[scene] !== undefined));
	const missing = here.filter((answers) => scoreOn(answers, counted) === null).length;
	return missing === 0 || missing >= smallestGroup || counted.length >= SCENES_FOR_ROUNDING;
}

function countedOf(pictures: ReadonlyMap<ScenarioId, ScenePicture>): CountedScene[] {
	return [...pictures].flatMap(([scene, picture]) =>
		picture.kind === 'few' ? [] : { scene, nearlyAll: picture.kind === 'nearlyAll' ? picture.rung : null }
	);
}

function scoreOn(answers: Answers, scenes: readonly CountedScene[]): number | null {
	const rungs = scenes.flatMap(({ scene, nearlyAll }) => {
		const own = answers[scene];
		return own === undefined ? [] : (nearlyAll ?? own);
	});
	if (rungs.length < Math.max(LEAST_ANSWERS, LEAST_PART * scenes.length)) return null;
	return (25 * rungs.reduce((sum: number, rung) => sum + rung, 0)) / rungs.length;
}

function pictureSpread(scores: readonly number[], smallestGroup: number, beads: boolean): SpreadPicture {
	if (scores.length < smallestGroup) return { kind: 'few' };
	const places = scores.map(stepped).sort((a, b) => a - b);
	const counts = new Map<number, number>();
	for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	const [commonest, largest] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
	if (largest >= places.length - 1) return { kind: 'nearlyAll', place: commonest };
	return {
		kind: 'spread',
		places: beads ? [...counts].map(([place, count]) => ({ place, count })) : [],
		low: quantile(places, 0.25),
		middle: quantile(places, 0.5),
		high: quantile(places, 0.75)
	};
}

/** The place below which a part of the people lie: one that somebody holds, never one between two. */
function quantile(sorted: readonly number[], part: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number;
}

function stepped(score: number): number {
	return STEP * Math.round(score / STEP);
}

/** Whole per cents that add up to 100: the largest remainders are rounded up. */
function wholePercents(counts: Counts): Counts {
	const total = counts.reduce((sum, count) => sum + count, 0);
	const exact = counts.map((count) => (100 * count) / total);
	const whole = exact.map(Math.floor);
	const missing = 100 - whole.reduce((sum, share) => sum + share, 0);
	const byRemainder = exact
		.map((share, i) => ({ i, remainder: share - Math.floor(share) }))
		.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
	for (const { i } of byRemainder.slice(0, missing)) whole[i] = (whole[i] as number) + 1;
	return whole as unknown as Counts;
}
