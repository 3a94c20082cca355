export type Piece = {
	text: string;
	/** Whether a space follows, which a line break takes away. */
	space: boolean;
	/** Whether a line that ends here ends with a hyphen. */
	hyphen: boolean;
};

/**
 * Where a line may end: between words; also at soft hyphens and after hyphens; or between any two characters.
 * Each leaves words less whole than the one before.
 */
export const BREAKS = ['words', 'hyphens', 'anywhere'] as const;
export type Breaks = (typeof BREAKS)[number];

const SOFT_HYPHEN = '\u00ad';

/** Scripts that put no spaces between words. */
const UNSPACED =
	'\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\u3000-\\u303f\\uff00-\\uffef';
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u');
const UNSPACED_END = new RegExp(`[${UNSPACED}]$`, 'u');

/** What begins no line, and what ends none: closing and opening marks, small kana, signs of length and repetition. */
const NO_START =
	/^[\p{M}\p{Pe}\p{Pf}\p{Po}ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ〜～ๆຯໆ]/u;
const NO_END = /[\p{Ps}\p{Pi}]$/u;

/** Letters that are written one by one, so that a hyphen can part them. */
const PARTED = /^[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}]/u;

/** A no-break space holds its words together. */
export function piecesOf(text: string, language: string, breaks: Breaks): Piece[] {
	return text
		.split(/[ \n\t]+/)
		.filter((word) => word.replaceAll(SOFT_HYPHEN, ''))
		.flatMap((word) => {
			const parts = partsOf(word, language, breaks);
			return parts.map((part, i) => ({ ...part, space: i === parts.length - 1 }));
		});
}

type Part = Omit<Piece, 'space'>;

function partsOf(word: string, language: string, breaks: Breaks): Part[] {
	if (breaks === 'anywhere') return characterParts(word);
	const parts = HAS_UNSPACED.test(word) ? segmentsOf(word, language) : [word];
	return breaks === 'words' ? parts.map(whole) : parts.flatMap(hyphenParts);
}

const whole = (text: string): Part => ({ text: text.replaceAll(SOFT_HYPHEN, ''), hyphen: false });

function segmentsOf(word: string, language: string): string[] {
	const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(word);
	const parts: string[] = [];
	for (const { segment } of segments) {
		const before = parts.at(-1) ?? '';
		const unspaced = UNSPACED_END.test(before) || UNSPACED_START.test(segment);
		if (!before || (unspaced && !NO_START.test(segment) && !NO_END.test(before))) parts.push(segment);
		else parts[parts.length - 1] += segment;
	}
	return parts;
}

function hyphenParts(text: string): Part[] {
	const parts = text.split(/(?<=\u00ad)|(?<=\p{L}[-\u2013])(?=\p{L})/u);
	return parts
		.map((part, i) => ({ ...whole(part), hyphen: part.endsWith(SOFT_HYPHEN) && i < parts.length - 1 }))
		.filter((part) => part.text);
}

function characterParts(word: string): Part[] {
	const characters = charactersOf(word.replaceAll(SOFT_HYPHEN, ''));
	return characters.map((text, i) => ({
		text,
		hyphen: PARTED.test(text) && PARTED.test(characters[i + 1] ?? '')
	}));
}

export function charactersOf(text: string): string[] {
	const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
	return [...segments].map(({ segment }) => segment);
}
