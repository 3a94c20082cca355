import { isScored, type Language, type SceneId } from '../questions';
import type { Replies } from './counted-scenes';
import { countRungs } from './counts';
import { pictureScene } from './picture';
import { reliabilityOf } from './reliability';
import { RELIABILITY_FROM, type LanguageReliability } from './report';
import { completeRows, responsesOf } from './responses';

/** Gives no figures where subtracting would tell of few people of other languages, nor for scenes nearly all answered alike. */
export function reliabilityByLanguage(
	people: ReadonlyMap<Language, readonly Replies[]>,
	shown: readonly SceneId[],
	smallestGroup: number
): LanguageReliability[] {
	const scenes = shown.filter(isScored);
	if (scenes.length < 2) return [];
	const groups = [...people].map(([language, all]) => ({
		language,
		rows: completeRows(responsesOf(all, scenes)),
		answered: all.filter((replies) => scenes.some((scene) => replies[scene] != null)).length
	}));
	const enough = groups.filter(({ rows }) => rows.length >= RELIABILITY_FROM);
	const others = groups
		.filter((group) => !enough.includes(group))
		.reduce((sum, { answered }) => sum + answered, 0);
	if (others > 0 && others < smallestGroup) return [];
	return enough.map(({ language, rows }) => {
		const figures = reliabilityOf(rows);
		const interval = figures?.interval;
		return {
			language,
			people: rows.length,
			alpha: hundredths(figures?.alpha),
			interval: interval ? { low: round(interval.low), high: round(interval.high) } : null,
			items: scenes.map((scene, i) => {
				const counts = countRungs(rows.flatMap((row) => row[i] ?? []));
				const own = pictureScene(counts, smallestGroup).kind === 'shares' ? figures?.items[i] : undefined;
				return {
					scene,
					itemRest: hundredths(own?.itemRest),
					alphaIfDropped: hundredths(own?.alphaIfDropped)
				};
			})
		};
	});
}

function hundredths(figure: number | null | undefined): number | null {
	return figure == null ? null : round(figure);
}

function round(figure: number): number {
	// Never -0, which would be written with its minus.
	return Math.round(100 * figure) / 100 || 0;
}
