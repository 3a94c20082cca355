import type { Dimension, KeyVersion, Language, ScenarioId, SceneId } from '../questions';
import type { Counts } from './counts';
import type { MovedPicture } from './moved';
import type { GroupPicture, ScenePicture } from './picture';
import type { Comparison } from './shift';

/** Fewest people, of one language and with every scene answered, from whom reliability is reckoned. */
export const RELIABILITY_FROM = 30;

export type Report = {
	title: string;
	code: string;
	joined: number;
	smallestGroup: number;
	rehearsal: boolean;
	key: { form: 'A'; version: KeyVersion };
	scenes: readonly SceneReport[];
	/** Null before the end of the round. */
	groupPicture: GroupPicture | null;
	/** What the first round showed, from the beginning of a second one; else null. */
	first: { scenes: readonly SceneReport[]; groupPicture: GroupPicture | null } | null;
	/** With the first round, at the end of a second one. */
	comparison: Comparison | null;
	reliability: readonly LanguageReliability[];
	rows: 'ready' | 'later' | 'few' | 'notChosen';
};

export type SceneReport = {
	scene: SceneId;
	/** In the key, as the dimension; null for a scene that the host wrote. */
	number: number | null;
	dimension: Dimension | null;
	picture: ScenePicture;
	/** Where it was asked again, and that was shown. */
	again: PicturedAgain | null;
	/** What people expected most to choose; null where nobody was asked. */
	guesses: ScenePicture | null;
	/** From `RELIABILITY_FROM` answers on, and of scenes that were shown as shares. */
	frequencies: Counts | null;
};

export type PicturedAgain = { picture: ScenePicture; moved: MovedPicture };

export type LanguageReliability = {
	language: Language;
	/** Who answered every scene of which shares are shown. */
	people: number;
	/** In hundredths, as all figures here. */
	alpha: number | null;
	interval: { low: number; high: number } | null;
	/** Without figures where nearly all of these people chose alike. */
	items: readonly {
		scene: ScenarioId;
		itemRest: number | null;
		alphaIfDropped: number | null;
	}[];
};
