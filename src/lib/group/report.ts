import type { Dimension, KeyVersion, Language, ScenarioId } from '../questions';
import type { Counts } from './counts';
import type { GroupPicture, ScenePicture } from './picture';

/** Fewest people, of one language and with every scene answered, from whom reliability is figured. */
export const RELIABILITY_FROM = 30;

/** What a workshop leaves behind: only what its room was shown, and figures about the questions. */
export type Report = {
	title: string;
	code: string;
	joined: number;
	smallestGroup: number;
	rehearsal: boolean;
	/** The form's key that the answers belong to. */
	key: { form: 'A'; version: KeyVersion };
	scenes: readonly {
		scene: ScenarioId;
		number: number;
		dimension: Dimension;
		picture: ScenePicture;
		/** How often each rung was chosen: from `RELIABILITY_FROM` answers on, and of those that were shown as shares. */
		frequencies: Counts | null;
	}[];
	/** Null before the end of the round. */
	groupPicture: GroupPicture | null;
	reliability: readonly LanguageReliability[];
	/** Whether single rows can be exported now, and if not, why. */
	rows: 'ready' | 'later' | 'few' | 'notChosen';
};

/** How the questions did with the people who answered them in one language. */
export type LanguageReliability = {
	language: Language;
	/** Who answered every scene of which shares are shown. */
	people: number;
	/** This and all other figures in hundredths. */
	alpha: number | null;
	/** Feldt, 95 %. */
	interval: { low: number; high: number } | null;
	/** Without figures where nearly all of these people chose alike. */
	items: readonly {
		scene: ScenarioId;
		itemRest: number | null;
		alphaIfDropped: number | null;
	}[];
};
