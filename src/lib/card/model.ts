import type { CardShape, CardTheme } from '../address';
import type { Script } from '../languages/scripts';
import type { Band, Zone } from '../scoring';

export const CARD_SIZES: Record<CardShape, { width: number; height: number }> = {
	wide: { width: 1200, height: 630 },
	square: { width: 1080, height: 1080 },
	tall: { width: 1080, height: 1920 }
};

/** A score and its band, 0 to 100; null where nothing is known. */
export type CardEstimate = { score: number; band: Band } | null;

/** Plain data, all words in the card's language: it travels to a worker as it is. */
export type CardModel = {
	shape: CardShape;
	theme: CardTheme;
	direction: 'ltr' | 'rtl';
	script: Script;
	language: string;
	words: {
		site: string;
		headline: string;
		/** What the headline means. A wide card, which stands between other posts, leaves it out. */
		sense?: string;
		/** Not drawn: for who cannot see the picture. */
		figures: string;
		poles: { favour: string; value: string };
		/** What the headline answers. The quiz's own headline is a question. */
		question?: string;
		address: string;
		/** Only on pictures made on the device. */
		name?: string;
	};
	/** One for a result, two for a comparison, none for the quiz itself, which shows the knots of all zones. */
	overall: readonly { label?: string; zone: Zone; estimate: CardEstimate }[];
	dimensions: readonly { label: string; estimate: CardEstimate }[];
};
