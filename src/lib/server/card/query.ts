import * as v from 'valibot';
import { CARD_SHAPES, CARD_THEMES } from '$lib/address';

/** Lets pass whatever else networks add to an address. */
const cardQuery = v.object({
	shape: v.optional(v.picklist(CARD_SHAPES, `shape should be one of ${CARD_SHAPES.join(', ')}`), 'wide'),
	theme: v.optional(v.picklist(CARD_THEMES, `theme should be one of ${CARD_THEMES.join(', ')}`), 'light')
});

export function readCardQuery({ searchParams, host }: URL) {
	const result = v.safeParse(cardQuery, Object.fromEntries(searchParams));
	return result.success
		? { ok: true as const, options: { ...result.output, address: host } }
		: { ok: false as const, message: result.issues.map((issue) => issue.message).join('; ') };
}
