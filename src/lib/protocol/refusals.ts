/** Reasons with their status; docs/PROTOCOL.md says when each is given. */
export const REFUSALS = {
	invalid: 400,
	noSeat: 401,
	notHost: 401,
	passphrase: 403,
	unknown: 404,
	closed: 409,
	stale: 409,
	gone: 410,
	tooLarge: 413,
	tooMany: 429,
	unavailable: 503
} as const;

export type RefusalReason = keyof typeof REFUSALS;

export const PAGE_REFUSALS = [
	'unknown',
	'gone',
	'notHost',
	'tooMany',
	'unavailable'
] as const satisfies readonly RefusalReason[];
export type PageRefusal = (typeof PAGE_REFUSALS)[number];

export type RefusalBody = { reason: RefusalReason };
