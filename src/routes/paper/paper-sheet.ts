import { FORMS, sheetFor } from '$lib/questions';

/**
 * Never changes: a sheet and the scoring sheet of another day must agree. The lowest seed whose letters give nothing away: one
 * letter all the way down scores 50, each rung stands 2 to 6 times under each letter, at most two neighbours share a dimension.
 */
export const PAPER_SEED = 1725643;

/** Languages write these in their own letters. */
export const LETTERS = ['a', 'b', 'c', 'd', 'e'] as const;
export type Letter = (typeof LETTERS)[number];

/** `rungs[0]` belongs to the option lettered `a`. */
export const PAPER_SHEET = sheetFor(FORMS.full, PAPER_SEED);
