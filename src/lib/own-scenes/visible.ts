/** Characters that nobody sees, and private ones that no font of ours draws. Line breaks and tabs are spaces. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u2800\ufffc]/u;
const SPACES = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/** One user-perceived character: joiners and selectors are part of what is seen inside emoji and joined letters. */
const EMOJI = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u;
const LETTER = /[\p{L}\p{M}]/u;
const ZERO_WIDTH_NON_JOINER = '\u200c';

/** Returns a text of one paragraph in which every character is seen: `U+200B` stands as `[U+200B]`. */
export function visible(text: string): string {
	const line = text.replace(SPACES, ' ');
	if (!UNSEEN.test(line)) return line;
	const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)];
	return graphemes
		.map(({ segment }, i) => {
			if (!UNSEEN.test(segment) || EMOJI.test(segment)) return segment;
			const next = graphemes[i + 1]?.segment ?? '';
			return [...segment]
				.map((character, place, all) => {
					// Persian and others write it between two letters of a word.
					const joined =
						character === ZERO_WIDTH_NON_JOINER &&
						LETTER.test(all[place - 1] ?? '') &&
						LETTER.test(all[place + 1] ?? next);
					return UNSEEN.test(character) && !joined ? named(character) : character;
				})
				.join('');
		})
		.join('');
}

/** Whether a text has a character that nobody would have seen, as `visible` writes it. */
export const namesUnseen = (text: string): boolean => /\[U\+[0-9A-F]{4,6}\]/.test(text);

function named(character: string): string {
	const point = character.codePointAt(0) ?? 0;
	return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
}
