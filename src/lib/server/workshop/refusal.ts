/** Why something cannot be done; each has a status and its own words. */
export const REFUSALS = {
	/** No workshop has this code. */
	unknown: 404,
	/** It was deleted. */
	gone: 410,
	/** No seat in this workshop belongs to the visitor. */
	noSeat: 401,
	/** Not the facilitator. */
	notHost: 401,
	/** The passphrase for opening workshops is another one. */
	passphrase: 403,
	/** The scene is not open, or belongs to an earlier round. */
	closed: 409,
	/** The step was chosen on a screen that has become old. */
	stale: 409,
	/** Not a thing that can be asked for. */
	invalid: 400,
	/** More than we read. */
	tooLarge: 413,
	/** More often than anybody needs. */
	tooMany: 429,
	/** The database does not answer. */
	unavailable: 503
} as const;
export type RefusalReason = keyof typeof REFUSALS;

/** Thrown where a request is understood and refused. */
export class Refusal extends Error {
	readonly reason: RefusalReason;
	/** After how many seconds trying again makes sense, where that is known. */
	readonly retryAfter: number | undefined;

	constructor(
		reason: RefusalReason,
		retryAfter: number | undefined = reason === 'unavailable' ? 1 : undefined
	) {
		super(reason);
		this.reason = reason;
		this.retryAfter = retryAfter;
	}

	get status(): (typeof REFUSALS)[RefusalReason] {
		return REFUSALS[this.reason];
	}
}
