type ScriptRecord = {
	/** The first font of each stack is in `styles/fonts.css`. */
	serif: string;
	sans: string;
	leading: number;
	leadingTight: number;
	leadingFactor: number;
	text: string;
	tracking: string;
	card: { serif: number; sans: number };
};

export const SCRIPTS = {
	latin: {
		serif: "'Literata', 'Iowan Old Style', 'Palatino Linotype', Georgia, serif",
		sans: "'Atkinson', system-ui, 'Segoe UI', sans-serif",
		leading: 1.55,
		leadingTight: 1.14,
		leadingFactor: 1,
		text: '1.0625rem',
		tracking: '-0.015em',
		card: { serif: 1.12, sans: 1.25 }
	},
	// Naskh sits lower, and its marks need more room between the lines. Its letters are joined.
	arabic: {
		serif: "'Noto Naskh', 'Geeza Pro', 'Traditional Arabic', serif",
		sans: "'Noto Naskh', 'Geeza Pro', system-ui, sans-serif",
		leading: 1.85,
		leadingTight: 1.45,
		leadingFactor: 1.23,
		text: '1.125rem',
		tracking: '0',
		card: { serif: 1.42, sans: 1.5 }
	}
} as const satisfies Record<string, ScriptRecord>;

export type Script = keyof typeof SCRIPTS;
