import type { Language, Rung, ScenarioId } from '../../../src/lib/questions';

// What twelve people answer in a workshop, and what follows from it.

export const SCENES = [
	'thin-post',
	'comment-pod',
	'free-audit',
	'testimonial',
	'link-request',
	'designer-fee'
] as const satisfies readonly ScenarioId[];
export const [FIRST, SECOND, NEARLY_ALL, SKIPPED, HALVES, LAST] = SCENES;

/** Twelve participants; the last of them is late. */
export const LANGUAGES: readonly Language[] = [
	'en',
	'es',
	'ar',
	'en',
	'es',
	'ar',
	'en',
	'es',
	'ar',
	'en',
	'en',
	'es'
];
export const EVERYBODY = LANGUAGES.length;
export const LATE = EVERYBODY - 1;
export const SITS_OUT = EVERYBODY - 2;
/** Whose answer to the scene that is then skipped counts for nobody but themselves. */
export const QUICK = [0, 1, 2];

/** What each of them chooses in the end; a dash is no answer. */
const PLAN: Partial<Record<ScenarioId, string>> = {
	[FIRST]: '0112233344--',
	[SECOND]: '023402340234',
	[NEARLY_ALL]: '333330333333',
	[HALVES]: '131313131313',
	[LAST]: '000000222444'
};
export const chosen = (scene: ScenarioId, i: number): Rung | null => {
	const rung = PLAN[scene]?.[i];
	return rung === undefined || rung === '-' ? null : (Number(rung) as Rung);
};
export const SHOWN = SCENES.filter((scene) => scene in PLAN);
export const answersOf = (i: number) => SHOWN.flatMap((scene) => chosen(scene, i) ?? []);
export const mean = (rungs: readonly number[]) => rungs.reduce((sum, rung) => sum + rung, 0) / rungs.length;
/** The scenes that the string rests on: on the first, the one who was late could be worked out. */
export const COUNTED = SHOWN.filter((scene) => scene !== FIRST);
/** Where each hangs, in zones. Where nearly all are of one mind, whoever is not hangs with them. */
export const PLACES = LANGUAGES.map((_, i) => {
	const counted = COUNTED.flatMap((scene) => {
		const rung = chosen(scene, i);
		return rung !== null && scene === NEARLY_ALL ? 3 : (rung ?? []);
	});
	return 25 * Math.round(mean(counted));
});
const SORTED = PLACES.toSorted((a, b) => a - b);
export const HANGING = [...new Set(SORTED)].map(
	(place) => [place, SORTED.filter((other) => other === place).length] as const
);
export const quarter = (part: number) => SORTED[Math.floor(part * EVERYBODY)] ?? NaN;
