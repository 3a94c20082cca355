/** Why the server refuses a request, with the status that says so. */
export const REFUSALS = {
	/** The body is no JSON, of another shape, or asks for what cannot be. */
	invalid: 400,
	/** No seat in this workshop belongs to the visitor. */
	noSeat: 401,
	/** The visitor does not hold the host's key. */
	notHost: 401,
	/** The passphrase for creating workshops is another one. */
	passphrase: 403,
	/** No workshop has this code. */
	unknown: 404,
	/** The scene is not open, or belongs to an earlier round. */
	closed: 409,
	/** The workshop has moved on since the step was chosen. */
	stale: 409,
	/** The workshop was deleted. */
	gone: 410,
	/** The body is longer than the server reads. */
	tooLarge: 413,
	/** This address has asked too often. */
	tooMany: 429,
	/** The database does not answer; nothing was stored. */
	unavailable: 503
} as const;

export type RefusalReason = keyof typeof REFUSALS;

/** Refusals with an error page of their own. */
export const PAGE_REFUSALS = [
	'unknown',
	'gone',
	'notHost',
	'tooMany',
	'unavailable'
] as const satisfies readonly RefusalReason[];
export type PageRefusal = (typeof PAGE_REFUSALS)[number];

/** The body of a refusal. */
export type RefusalBody = { reason: RefusalReason };
