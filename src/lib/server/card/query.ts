import * as v from 'valibot';
import { CARD_SHAPES, CARD_THEMES } from '$lib/address';

/** What the address of a card may say after its question mark. Whatever else networks add there is let pass. */
const cardQuery = v.object({
	shape: v.optional(v.picklist(CARD_SHAPES, `shape should be one of ${CARD_SHAPES.join(', ')}`), 'wide'),
	theme: v.optional(v.picklist(CARD_THEMES, `theme should be one of ${CARD_THEMES.join(', ')}`), 'light')
});

/** How the card at this address should look, or what is wrong with the wish. */
export function readCardQuery({ searchParams, host }: URL) {
	const result = v.safeParse(cardQuery, Object.fromEntries(searchParams));
	return result.success
		? { ok: true as const, options: { ...result.output, address: host } }
		: { ok: false as const, message: result.issues.map((issue) => issue.message).join('; ') };
}
