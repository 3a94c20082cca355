import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { countedHere, type Store } from '../db';
import { Refusal } from '../refusal';

type Budget = { points: number; seconds: number };

/** `slowed` is what goes on once the budget is used up; without it nothing does. */
type Allowance = Budget & { name: string; slowed?: Budget };

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What one address may do. A hall of a thousand people has one, and nobody in it may shut the others out. */
export const LIMITS = {
	openings: { name: 'open', points: 60, seconds: HOUR, slowed: { points: 2, seconds: MINUTE } },
	joins: { name: 'join', points: 5_000, seconds: 10 * MINUTE, slowed: { points: 60, seconds: MINUTE } },
	/** Slowed, any code, right or wrong. docs/SECURITY.md reckons how long a search takes. */
	wrongCodes: { name: 'code', points: 300, seconds: HOUR, slowed: { points: 6, seconds: MINUTE } },
	wrongKeys: { name: 'key', points: 60, seconds: HOUR },
	wrongPassphrases: { name: 'phrase', points: 60, seconds: HOUR, slowed: { points: 6, seconds: MINUTE } },
	/** Counted by each process: cards need no database. */
	cards: { name: 'card', points: 600, seconds: MINUTE }
} satisfies Record<string, Allowance>;

/** How much more a /48 may do than one of its 65,536 networks. */
export const WIDE_FACTOR = 5;

export type LimitName = keyof typeof LIMITS;

class Counter {
	readonly #limiter: RateLimiterAbstract;
	readonly #budget: Budget;

	constructor(limiter: RateLimiterAbstract, budget: Budget) {
		this.#limiter = limiter;
		this.#budget = budget;
	}

	/** Counts one. Returns seconds to wait. */
	async consume(key: string): Promise<number> {
		try {
			await this.#limiter.consume(key);
			return 0;
		} catch (reason) {
			if (reason instanceof Error) throw reason;
			return this.#wait(key, reason as RateLimiterRes);
		}
	}

	async look(key: string): Promise<number> {
		const used = await this.#limiter.get(key);
		return used && used.consumedPoints >= this.#budget.points ? this.#wait(key, used) : 0;
	}

	async #wait(key: string, { msBeforeNext }: RateLimiterRes): Promise<number> {
		const { seconds } = this.#budget;
		const wait = Math.max(1, Math.ceil(msBeforeNext / 1000));
		if (wait <= 2 * seconds) return Math.min(wait, seconds);
		// Longer than clocks of several machines differ: the clock was set back.
		await this.#limiter.delete(key);
		return 0;
	}
}

type Counters = { usual: Counter; slowed: Counter | null };

const nobody = () => Promise.resolve(false);

/** Keeps keyed hashes of addresses, never themselves, for an hour at most. */
export class Limits {
	readonly #secret: string;
	readonly #counters: Record<LimitName, readonly [Counters, Counters]>;

	constructor(store: Store, secret: string) {
		this.#secret = secret;
		const counter = (name: string, { points, seconds }: Budget, factor: number) => {
			const budget = { points: points * factor, seconds };
			const limit = { name: factor === 1 ? name : `${name}-wide`, ...budget };
			return new Counter(name === LIMITS.cards.name ? countedHere(limit) : store.limiter(limit), budget);
		};
		const counters = ({ name, slowed, ...usual }: Allowance, factor: number): Counters => ({
			usual: counter(name, usual, factor),
			slowed: slowed ? counter(`${name}-slow`, slowed, factor) : null
		});
		this.#counters = Object.fromEntries(
			Object.entries(LIMITS).map(([name, limit]) => [
				name,
				[counters(limit, 1), counters(limit, WIDE_FACTOR)]
			])
		) as unknown as Record<LimitName, readonly [Counters, Counters]>;
	}

	/** @param isFree asked when the budget is used up @throws Refusal `tooMany` */
	async count(name: LimitName, address: string, isFree = nobody): Promise<void> {
		await this.#slowDown(name, address, isFree, (counters, key) => counters.usual.consume(key));
	}

	/** Like `count` without counting, for what counts only where it fails: then `note` counts it. */
	async admit(name: LimitName, address: string, isFree = nobody): Promise<void> {
		await this.#slowDown(name, address, isFree, (counters, key) => counters.usual.look(key));
	}

	async note(name: LimitName, address: string): Promise<void> {
		await this.#forEach(name, address, ({ usual }, key) => usual.consume(key));
	}

	async #slowDown(
		name: LimitName,
		address: string,
		isFree: () => Promise<boolean>,
		ask: (counters: Counters, key: string) => Promise<number>
	): Promise<void> {
		const waits = await this.#forEach(name, address, ask);
		if (waits.every((wait) => wait === 0) || (await isFree())) return;
		const longer = await this.#forEach(name, address, ({ slowed }, key, i) => {
			const wait = waits[i] as number;
			return wait > 0 && slowed ? slowed.consume(key) : wait;
		});
		const wait = Math.max(...longer);
		if (wait > 0) throw new Refusal('tooMany', wait);
	}

	#forEach(
		name: LimitName,
		address: string,
		ask: (counters: Counters, key: string, i: number) => Promise<number> | number
	): Promise<number[]> {
		const networks = networksOf(address);
		return Promise.all(
			networks.map(async (network, i) => {
				const key = createHmac('sha256', this.#secret).update(network).digest('base64url');
				return ask(this.#counters[name][i as 0 | 1], key, i);
			})
		);
	}
}

/** Some proxies name a visitor with a port, another one for each connection. */
function withoutPort(address: string): string {
	const [, v6, v4] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
	return v6 ?? v4 ?? address;
}

/** Returns the network that an address counts as: for IPv6 its /64, and the /48 around it that one holder often has. */
export function networksOf(address: string): [network: string] | [network: string, around: string] {
	const plain = withoutPort(address).replace(/%.*/, '');
	if (!ipaddr.isValid(plain)) return [plain];
	const parsed = ipaddr.process(plain);
	if (parsed instanceof ipaddr.IPv4) return [parsed.toString()];
	const groups = parsed.parts.map((group) => group.toString(16));
	return [groups.slice(0, 4).join(':'), groups.slice(0, 3).join(':')];
}
