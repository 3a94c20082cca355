import type { CardShape, CardTheme } from '../address';
import type { Script } from '../languages/scripts';
import type { Band } from '../scoring';

/** In pixels. */
export const CARD_SIZES: Record<CardShape, { width: number; height: number }> = {
	wide: { width: 1200, height: 630 },
	square: { width: 1080, height: 1080 },
	tall: { width: 1080, height: 1920 }
};

/** Where one thread's bead hangs and how far it is frayed, 0 to 100; null where nothing is known. */
export type CardEstimate = { score: number; band: Band } | null;

/**
 * Everything that a card shows, as plain data: it travels to a worker as it is.
 * All words are in the card's language already.
 */
export type CardModel = {
	shape: CardShape;
	theme: CardTheme;
	direction: 'ltr' | 'rtl';
	script: Script;
	/** BCP 47, for shaping. */
	language: string;
	words: {
		/** The name of the quiz. */
		site: string;
		/** The zone, or "between X and Y"; in a comparison, what the difference says. */
		headline: string;
		/** One line about the score and its range. */
		figures: string;
		poles: { favour: string; value: string };
		/** "a self-reflection, not a test" */
		note: string;
		/** Where the quiz is, such as `quiz.example.org`. Always left to right. */
		address: string;
		/** Of the person, only on pictures made on the device. */
		name?: string;
	};
	/** One thread for a result, two for a comparison; the label stands above the thread. */
	overall: readonly { label?: string; estimate: CardEstimate }[];
	/** Four for the full form, none for the short one or a comparison. */
	dimensions: readonly { label: string; estimate: CardEstimate }[];
};
