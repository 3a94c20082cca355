import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { countedHere, type Limit, type Store } from '../db';
import { Refusal } from '../refusal';

/**
 * What one address may do. A hall of a thousand people has one address: what a hall does in a minute must pass, and
 * what nobody in a hall does, again and again, must not.
 */
export const LIMITS = {
	openings: { name: 'open', points: 60, seconds: 60 * 60 },
	joins: { name: 'join', points: 5_000, seconds: 10 * 60 },
	/** Codes that no workshop has. With some 100 million codes, 300 an hour find one of a thousand in 38 years. */
	wrongCodes: { name: 'code', points: 300, seconds: 60 * 60 },
	wrongKeys: { name: 'key', points: 60, seconds: 60 * 60 },
	/** Each process counts the pictures that it draws: pictures do without the database. */
	cards: { name: 'card', points: 600, seconds: 60 }
} satisfies Record<string, Limit>;

type Name = keyof typeof LIMITS;

/** Counts what addresses do. Keeps keyed hashes of them, never themselves, and for an hour at most. */
export class Limits {
	readonly #secret: string;
	readonly #limiters: Record<Name, RateLimiterAbstract>;

	/** @param secret the same for all processes that count together */
	constructor(store: Store, secret: string) {
		this.#secret = secret;
		this.#limiters = {
			openings: store.limiter(LIMITS.openings),
			joins: store.limiter(LIMITS.joins),
			wrongCodes: store.limiter(LIMITS.wrongCodes),
			wrongKeys: store.limiter(LIMITS.wrongKeys),
			cards: countedHere(LIMITS.cards)
		};
	}

	/** @throws Refusal `tooMany` */
	async count(name: Name, address: string): Promise<void> {
		const key = this.#keyOf(address);
		try {
			await this.#limiters[name].consume(key);
		} catch (reason) {
			if (reason instanceof Error) throw reason;
			await this.#refuse(name, key, reason as RateLimiterRes);
		}
	}

	/**
	 * Counts nothing.
	 * @throws Refusal `tooMany` for an address that has used up what it may
	 */
	async check(name: Name, address: string): Promise<void> {
		const key = this.#keyOf(address);
		const used = await this.#limiters[name].get(key);
		if (used && used.consumedPoints >= LIMITS[name].points) await this.#refuse(name, key, used);
	}

	async #refuse(name: Name, key: string, { msBeforeNext }: RateLimiterRes): Promise<void> {
		const { seconds } = LIMITS[name];
		const wait = Math.ceil(msBeforeNext / 1000);
		// Clocks of several machines differ a little.
		if (wait <= 2 * seconds) throw new Refusal('tooMany', Math.min(wait, seconds));
		// Far longer than it can be: the clock was set back, and nobody should wait for it to catch up.
		await this.#limiters[name].delete(key);
	}

	#keyOf(address: string): string {
		return createHmac('sha256', this.#secret).update(networkOf(address)).digest('base64url');
	}
}

/** Returns what an address is counted as. The holder of an IPv6 address has 2^64 of them, so the /64 network counts. */
export function networkOf(address: string): string {
	if (!ipaddr.isValid(address)) return address;
	// An IPv4 address may be written within an IPv6 one.
	const known = ipaddr.process(address);
	if (!(known instanceof ipaddr.IPv6)) return known.toString();
	return known.parts
		.slice(0, 4)
		.map((part) => part.toString(16))
		.join(':');
}
