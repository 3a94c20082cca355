import type { CardTheme } from '../address';
import type { Palette } from '../charts';

// The tokens of styles/tokens.css: a server has no style sheet to ask. A test holds the two together.
const faces = { sans: "Atkinson, 'Noto Naskh', sans-serif", serif: "Literata, 'Noto Naskh', serif" };

export type CardPalette = Palette & { serif: string };

export const CARD_PALETTES: Record<CardTheme, CardPalette> = {
	light: {
		...faces,
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
		...faces,
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
