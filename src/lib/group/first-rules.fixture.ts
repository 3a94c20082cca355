import { DIMENSIONS, scenarioOf, type Rung, type ScenarioId } from '../questions';
import type { Replies } from './counted-scenes';
import { countRungs } from './counts';
import { pictureScene } from './picture';

/**
 * For tests only: the picture of a group as the first version had it, trimmed to what it disclosed. The adversary has to
 * find answers in it; otherwise the adversary is too weak to say anything about the rules of today.
 */

type CountedScene = { scene: ScenarioId; nearlyAll: Rung | null };

export function firstPictureGroup(
	people: readonly Replies[],
	shown: readonly ScenarioId[],
	smallestGroup: number
) {
	const counted = shown.flatMap((scene): CountedScene | [] => {
		const counts = countRungs(people.flatMap((replies) => replies[scene] ?? []));
		const picture = pictureScene(counts, smallestGroup);
		if (picture.kind === 'few') return [];
		return { scene, nearlyAll: picture.kind === 'nearlyAll' ? picture.rung : null };
	});
	const spread = (scenes: readonly CountedScene[], beads: boolean) =>
		pictureSpread(
			people.flatMap((replies) => scoreOn(replies, scenes) ?? []),
			smallestGroup,
			beads
		);
	return {
		counted,
		overall: spread(counted, mayHangBeads(people, counted, smallestGroup)),
		dimensions: DIMENSIONS.map((dimension) =>
			spread(
				counted.filter(({ scene }) => scenarioOf(scene).dimension === dimension),
				false
			)
		)
	};
}

function mayHangBeads(
	people: readonly Replies[],
	counted: readonly CountedScene[],
	smallestGroup: number
): boolean {
	const here = people.filter((replies) => counted.some(({ scene }) => replies[scene] != null));
	const missing = here.filter((replies) => scoreOn(replies, counted) === null).length;
	return missing === 0 || missing >= smallestGroup || counted.length >= 8;
}

function scoreOn(replies: Replies, scenes: readonly CountedScene[]): number | null {
	const rungs = scenes.flatMap(({ scene, nearlyAll }) => {
		const own = replies[scene];
		return own == null ? [] : (nearlyAll ?? own);
	});
	if (rungs.length < Math.max(2, 0.8 * scenes.length)) return null;
	return (25 * rungs.reduce((sum: number, rung) => sum + rung, 0)) / rungs.length;
}

function pictureSpread(scores: readonly number[], smallestGroup: number, beads: boolean) {
	if (scores.length < smallestGroup) return { kind: 'few' };
	const places = scores.map((score) => 5 * Math.round(score / 5)).sort((a, b) => a - b);
	const counts = new Map<number, number>();
	for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
	const [commonest, largest] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
	if (largest >= places.length - 1) return { kind: 'nearlyAll', place: commonest };
	const quantile = (part: number) => places[Math.floor(part * places.length)];
	return {
		kind: 'spread',
		places: beads ? [...counts] : [],
		low: quantile(0.25),
		middle: quantile(0.5),
		high: quantile(0.75)
	};
}
