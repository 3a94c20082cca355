import { decode, type Decoded } from './code';
import { CODE_LENGTH } from './seal';

const MAX_TEXT_LENGTH = 300;

/** What comes along when a code is copied, wrapped or marked up: punctuation, symbols, spaces, marks that nobody sees. */
const AROUND = /[\p{P}\p{S}\p{Z}\p{C}\p{M}]+/gu;

/** Like `decode`, for a text that has more in it than a code: around it, or within. The last code in it counts. */
export function findCode(text: string): Decoded {
	const decoded = decode(text);
	if (decoded.ok || text.length > MAX_TEXT_LENGTH) return decoded;
	const clean = text.replace(AROUND, '');
	const whole = decode(clean);
	if (whole.ok) return whole;
	const parts = text
		.replace(/[\p{Cf}\p{Pd}]/gu, '')
		.split(AROUND)
		.reverse()
		.map(decode);
	// A few letters in much else are no code of another version.
	const rest = whole.reason === 'version' && clean.length < CODE_LENGTH ? decoded : whole;
	return parts.find(({ ok }) => ok) ?? rest;
}
