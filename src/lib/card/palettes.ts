import type { CardTheme } from '../address';
import type { Palette } from '../charts';
import type { Script } from '../languages/scripts';

export type CardPalette = Palette & { serif: string };

/** Each script's own face comes first: its digits and points belong to the text that they stand in. */
export const CARD_FACES: Record<Script, { sans: string; serif: string }> = {
	latin: { sans: "Atkinson, 'Noto Naskh', sans-serif", serif: "Literata, 'Noto Naskh', serif" },
	arabic: { sans: "'Noto Naskh', Atkinson, sans-serif", serif: "'Noto Naskh', Literata, serif" }
};

// The tokens of styles/tokens.css: a server has no style sheet to ask. A test holds the two together.
export const CARD_PALETTES: Record<CardTheme, Omit<Palette, 'sans'>> = {
	light: {
		paper: '#fbf8f2',
		ink: '#241d17',
		inkSoft: '#5f554b',
		line: '#d9cfc0',
		thread: '#a8232f',
		threadDeep: '#7c1420',
		threadLight: '#d9727a',
		favour: '#8f5f00',
		value: '#173b5f'
	},
	dark: {
		paper: '#1a1613',
		ink: '#f3ece2',
		inkSoft: '#bdb1a3',
		line: '#40372f',
		thread: '#ee776e',
		threadDeep: '#b3474a',
		threadLight: '#ffb4ab',
		favour: '#d99a2b',
		value: '#c3dbf5'
	}
};
