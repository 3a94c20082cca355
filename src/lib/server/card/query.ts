import * as v from 'valibot';
import { CARD_SIZES, CARD_THEMES, type CardShape } from '$lib/card';

const shapes = Object.keys(CARD_SIZES) as CardShape[];

/** What the address of a card may say after its question mark. Anything else there, networks add at will. */
const cardQuery = v.object({
	shape: v.optional(v.picklist(shapes, `shape should be one of ${shapes.join(', ')}`), 'wide'),
	theme: v.optional(v.picklist(CARD_THEMES, `theme should be one of ${CARD_THEMES.join(', ')}`), 'light')
});

/** The shape and theme that an address asks for, or what is wrong with them. */
export function readCardQuery(parameters: URLSearchParams) {
	const result = v.safeParse(cardQuery, Object.fromEntries(parameters));
	return result.success
		? { ok: true as const, ...result.output }
		: { ok: false as const, message: result.issues.map((issue) => issue.message).join('; ') };
}
