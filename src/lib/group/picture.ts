import {
	DIMENSIONS,
	isScored,
	scenarioOf,
	type Dimension,
	type Rung,
	type ScenarioId,
	type SceneId
} from '../questions';
import { ZONES, zoneOf } from '../scoring';
import { countRungs, isNearlyAll, type Counts } from './counts';
import {
	answersNeeded,
	FEWEST_SCENES,
	findBasis,
	hasPlace,
	type Missed,
	type Replies
} from './counted-scenes';

/** `nearlyAll`: everybody, or all but one; which is never said, since the one would know about all. Shares in per cent. */
export type ScenePicture =
	{ kind: 'few' } | { kind: 'nearlyAll'; rung: Rung } | { kind: 'shares'; count: number; shares: Counts };

/** Scores of 0 to 100 in the steps of the picture. `fewScenes`: a place would be nearly the answers themselves. */
export type SpreadPicture =
	| { kind: 'few' }
	| { kind: 'fewScenes' }
	| { kind: 'nearlyAll'; place: number }
	| {
			kind: 'spread';
			places: readonly { place: number; count: number }[];
			/** Null below two smallest groups. */
			quarters: { low: number; middle: number; high: number } | null;
			/** The zone in which the middle lies, by the place of its rung: 0, 25, 50, 75 or 100. */
			middleZone: number;
	  };

export type CountedScene = { scene: ScenarioId; nearlyAll: Rung | null };

export type GroupPicture = {
	/** How many of the scenes that are scored were shown with more than `few`. */
	shown: number;
	/** What the scores rest on; empty where there are no places. */
	counted: readonly CountedScene[];
	missed: readonly Missed[];
	/** Points between one place and the next; 25 are the zones. */
	step: PlaceStep;
	overall: SpreadPicture;
	dimensions: Record<Dimension, SpreadPicture>;
	splits: readonly { scene: SceneId; split: number }[];
};

export type PlaceStep = 5 | 10 | 25;

export function pictureScene(counts: Counts, smallestGroup: number): ScenePicture {
	const answered = counts.reduce((sum, count) => sum + count, 0);
	if (answered < smallestGroup) return { kind: 'few' };
	if (isNearlyAll(counts)) return { kind: 'nearlyAll', rung: counts.indexOf(Math.max(...counts)) as Rung };
	return { kind: 'shares', count: answered, shares: wholePercents(counts) };
}

export function splitsOf(
	pictures: ReadonlyMap<SceneId, ScenePicture>
): readonly { scene: SceneId; split: number }[] {
	return [...pictures]
		.flatMap(([scene, picture]) =>
			picture.kind === 'shares' ? [{ scene, split: splitOf(picture.shares) }] : []
		)
		.sort((a, b) => b.split - a.split);
}

/**
 * Keeps from subtracting what scenes hide: one nearly all answered alike counts as if all had; `findBasis` leaves nobody over.
 * @param among the scenes that scores rest on, where they can: those of a picture that this one is compared with
 */
export function pictureGroup(
	people: readonly Replies[],
	shown: readonly SceneId[],
	smallestGroup: number,
	among: readonly SceneId[] = shown
): GroupPicture {
	const pictures = new Map(
		shown.map((scene) => [
			scene,
			pictureScene(countRungs(people.flatMap((replies) => replies[scene] ?? [])), smallestGroup)
		])
	);
	const told = shown.filter(isScored).filter((scene) => pictures.get(scene)?.kind !== 'few');
	// Where every scene was written by the host, none is what is missing.
	const bearing = shown.length > 0 && !shown.some(isScored) ? 1 : told.length;
	const compared = told.filter((scene) => among.includes(scene));
	const basis = findBasis(people, compared, smallestGroup) ?? findBasis(people, told, smallestGroup);
	const counted = countedOf(pictures, basis?.scenes ?? []);
	const hanging = basis ? people.filter((replies) => hasPlace(replies, basis)) : [];
	const inDimension = (dimension: Dimension): SpreadPicture => {
		const own = counted.filter(({ scene }) => scenarioOf(scene).dimension === dimension);
		const ownBasis = findBasis(
			hanging,
			own.map(({ scene }) => scene),
			smallestGroup
		);
		if (!ownBasis) return basis ? noneOn(Math.max(1, own.length)) : noneOn(bearing);
		const rested = own.filter(({ scene }) => ownBasis.scenes.includes(scene));
		const step = stepOn(rested.length);
		const places = hanging
			.filter((replies) => hasPlace(replies, ownBasis))
			.map((replies) => placeOn(replies, rested, step));
		return withoutPlaces(pictureSpread(places, smallestGroup));
	};
	const step = stepOn(counted.length);
	return {
		shown: told.length,
		counted,
		missed: basis?.missed ?? [],
		step,
		overall: basis
			? pictureSpread(
					hanging.map((replies) => placeOn(replies, counted, step)),
					smallestGroup
				)
			: noneOn(bearing),
		dimensions: Object.fromEntries(
			DIMENSIONS.map((dimension) => [dimension, inDimension(dimension)])
		) as GroupPicture['dimensions'],
		splits: splitsOf(pictures)
	};
}

export function placeOf(
	replies: Replies,
	{ counted, missed, step }: Pick<GroupPicture, 'counted' | 'missed' | 'step'>
): number | null {
	const scenes = counted.map(({ scene }) => scene);
	return hasPlace(replies, { scenes, missed }) ? placeOn(replies, counted, step) : null;
}

/** At least two moves that one rung of the shortest row with a place makes, so that a place is never an answer. */
export function stepOn(scenes: number): PlaceStep {
	const fewestAnswers = answersNeeded(scenes);
	if (fewestAnswers >= 10) return 5;
	return fewestAnswers >= 5 ? 10 : 25;
}

/** From 0 (all alike) to 1 (half on each end of the ladder): the variance of the rungs over the largest possible. */
export function splitOf(shares: Counts): number {
	const total = shares.reduce((sum, share) => sum + share, 0);
	if (total === 0) return 0;
	const mean = shares.reduce((sum, share, rung) => sum + share * rung, 0) / total;
	const variance = shares.reduce((sum, share, rung) => sum + share * (rung - mean) ** 2, 0) / total;
	return variance / 4;
}

function countedOf(
	pictures: ReadonlyMap<SceneId, ScenePicture>,
	scenes: readonly ScenarioId[]
): CountedScene[] {
	return scenes.map((scene) => {
		const picture = pictures.get(scene);
		return { scene, nearlyAll: picture?.kind === 'nearlyAll' ? picture.rung : null };
	});
}

/** The place of 25 times the mean rung, halves up. Whole numbers only: no rounding error moves anybody. */
function placeOn(replies: Replies, scenes: readonly CountedScene[], step: PlaceStep): number {
	const rungs = scenes.flatMap(({ scene, nearlyAll }) => {
		const own = replies[scene];
		return own == null ? [] : (nearlyAll ?? own);
	});
	const sum = rungs.reduce<number>((total, rung) => total + rung, 0);
	return step * Math.floor((50 * sum + step * rungs.length) / (2 * step * rungs.length));
}

/** No scene at all means too few answers to any. */
function noneOn(scenes: number): SpreadPicture {
	return { kind: scenes > 0 && scenes < FEWEST_SCENES ? 'fewScenes' : 'few' };
}

function pictureSpread(unsorted: readonly number[], smallestGroup: number): SpreadPicture {
	if (unsorted.length < smallestGroup) return { kind: 'few' };
	const places = unsorted.toSorted((a, b) => a - b);
	const counts = new Map<number, number>();
	for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	const [commonest, largest] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
	if (largest >= places.length - 1) return { kind: 'nearlyAll', place: commonest };
	const middle = quantile(places, 0.5);
	return {
		kind: 'spread',
		places: [...counts].map(([place, count]) => ({ place, count })),
		quarters:
			places.length >= 2 * smallestGroup
				? { low: quantile(places, 0.25), middle, high: quantile(places, 0.75) }
				: null,
		middleZone: 25 * ZONES.indexOf(zoneOf(middle))
	};
}

function withoutPlaces(picture: SpreadPicture): SpreadPicture {
	return picture.kind === 'spread' ? { ...picture, places: [] } : picture;
}

/** Returns a place that somebody holds, never one between two. */
function quantile(sorted: readonly number[], part: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number;
}

/** Rounds each by itself, halves up: equal counts get equal shares, which may add up to 98 to 102. */
function wholePercents(counts: Counts): Counts {
	const total = counts.reduce((sum, count) => sum + count, 0);
	return counts.map((count) => Math.floor((200 * count + total) / (2 * total))) as unknown as Counts;
}
