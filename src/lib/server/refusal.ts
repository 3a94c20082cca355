import { REFUSALS, type RefusalReason } from '../protocol';

/** Thrown where a request is understood and refused. */
export class Refusal extends Error {
	readonly reason: RefusalReason;
	/** Seconds after which trying again makes sense. */
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
