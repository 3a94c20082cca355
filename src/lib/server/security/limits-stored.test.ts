import { createHmac } from 'node:crypto';
import pg from 'pg';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Limit, Store } from '../db';
import { openPostgres } from '../db/postgres/open';
import { startPostgres, type TestPostgres } from '../db/postgres.fixture';
import { openSqlite } from '../db/sqlite/open';
import { Refusal } from '../refusal';
import { LIMITS, Limits, WIDE_FACTOR, type LimitName } from './limits';

const SECRET = 'secret';
const ADDRESSES = ['192.0.2.1', '2001:db8:1:2::3'];
const NETWORKS = ['192.0.2.1', '2001:db8:1:2', '2001:db8:1'];
const NAMES = Object.keys(LIMITS) as LimitName[];

const hmacOf = (network: string, secret = SECRET) =>
	createHmac('sha256', secret).update(network).digest('base64url');

const outcome = (promise: Promise<unknown>) =>
	promise.then(
		() => 'fine',
		(reason: unknown) => (reason instanceof Refusal ? reason.reason : (reason as Error).message)
	);

/** A store whose limiters show what they are asked for, and fail where they are told to. */
async function watchedStore(failure?: Error) {
	const asked: { limit: Limit; key: string | number }[] = [];
	class WatchedLimiter extends RateLimiterMemory {
		constructor(readonly limit: Limit) {
			super({ keyPrefix: limit.name, points: limit.points, duration: limit.seconds });
		}
		override consume(key: string | number) {
			asked.push({ limit: this.limit, key });
			return failure ? Promise.reject(failure) : super.consume(key);
		}
		override get(key: string | number) {
			asked.push({ limit: this.limit, key });
			return failure ? Promise.reject(failure) : super.get(key);
		}
	}
	const store: Store = { ...(await openSqlite(':memory:')), limiter: (limit) => new WatchedLimiter(limit) };
	return { store, asked };
}

describe('a count', () => {
	it('is kept under a keyed hash of the network, never under an address', async () => {
		const { store, asked } = await watchedStore();
		const limits = new Limits(store, SECRET);
		for (const address of ADDRESSES)
			for (const name of NAMES) {
				await limits.count(name, address);
				await limits.admit(name, address);
				await limits.note(name, address);
			}
		const keys = new Set(asked.map(({ key }) => key));
		expect(keys).toEqual(new Set(NETWORKS.map((network) => hmacOf(network))));
	});

	it('is kept under another hash where the secret is another one', async () => {
		const { store, asked } = await watchedStore();
		await new Limits(store, 'another').note('joins', '192.0.2.1');
		expect(asked.map(({ key }) => key)).toEqual([hmacOf('192.0.2.1', 'another')]);
	});

	it('is asked of the store with these names, points and seconds, but for pictures', async () => {
		const { store, asked } = await watchedStore();
		const limits = new Limits(store, SECRET);
		for (const name of NAMES) await limits.note(name, '2001:db8::1');
		expect(asked.map(({ limit: { name, points, seconds } }) => [name, points, seconds])).toEqual([
			['open', 60, 3600],
			['open-wide', 300, 3600],
			['join', 5000, 600],
			['join-wide', 25_000, 600],
			['code', 300, 3600],
			['code-wide', 1500, 3600],
			['key', 60, 3600],
			['key-wide', 300, 3600],
			['phrase', 60, 3600],
			['phrase-wide', 300, 3600]
		]);
	});
});

it('counts what goes on slowly apart from all else', async () => {
	const { store } = await watchedStore();
	const made: Limit[] = [];
	const limiter = (limit: Limit) => {
		made.push(limit);
		return store.limiter(limit);
	};
	new Limits({ ...store, limiter }, SECRET);
	const slowed = made.filter(({ name }) => name.includes('slow'));
	expect(slowed.map(({ name, points, seconds }) => [name, points, seconds])).toEqual([
		['open-slow', 2, 60],
		['open-slow-wide', 10, 60],
		['join-slow', 60, 60],
		['join-slow-wide', 300, 60],
		['code-slow', 6, 60],
		['code-slow-wide', 30, 60],
		['phrase-slow', 6, 60],
		['phrase-slow-wide', 30, 60]
	]);
	expect(made).toHaveLength(slowed.length + 10);
});

it('spends what a wide network may do slowly only once its own count is full', async () => {
	const { store } = await watchedStore();
	const limits = new Limits(store, SECRET);
	const { points, slowed } = LIMITS.openings;
	const openings = async (address: string, times: number) => {
		const outcomes: string[] = [];
		for (let i = 0; i < times; i++) outcomes.push(await outcome(limits.count('openings', address)));
		return outcomes;
	};
	await openings('2001:db8:1:1::1', points + slowed.points * WIDE_FACTOR + 1);
	const goesOn = Array<string>(points + slowed.points).fill('fine');
	expect(await openings('2001:db8:1:2::1', points + slowed.points + 1)).toEqual([...goesOn, 'tooMany']);
});

describe('a store that fails', () => {
	it('lets nobody through: the request fails as well', async () => {
		const { store } = await watchedStore(new Error('no connection'));
		const limits = new Limits(store, SECRET);
		for (const name of NAMES.filter((name) => name !== 'cards')) {
			expect(await outcome(limits.count(name, '192.0.2.1')), name).toBe('no connection');
			expect(await outcome(limits.admit(name, '192.0.2.1')), name).toBe('no connection');
		}
		expect(await outcome(limits.count('cards', '192.0.2.1'))).toBe('fine');
	});
});

describe('limits on PostgreSQL', () => {
	let postgres: TestPostgres;
	beforeAll(async () => void (postgres = await startPostgres()));
	afterAll(() => postgres.remove());

	it('store hashes alone, and go on in each process by itself while the database is gone', async () => {
		const url = await postgres.database();
		const store = await openPostgres(url, 1_000);
		const limits = new Limits(store, SECRET);
		const { points } = LIMITS.wrongKeys;
		const [address = ''] = ADDRESSES;
		for (const one of ADDRESSES) await limits.note('wrongKeys', one);

		const client = new pg.Client({ connectionString: url });
		await client.connect();
		const { rows } = await client.query<{ key: string }>('select key from rate_limit order by key');
		await client.end();
		expect(rows.map(({ key }) => key).sort()).toEqual(
			[
				`key:${hmacOf('192.0.2.1')}`,
				`key:${hmacOf('2001:db8:1:2')}`,
				`key-wide:${hmacOf('2001:db8:1')}`
			].sort()
		);

		await postgres.stop();
		for (let i = 0; i < points; i++) expect(await outcome(limits.count('wrongKeys', address))).toBe('fine');
		expect(await outcome(limits.count('wrongKeys', address))).toBe('tooMany');
		await postgres.start();
		await store.close();
	});
});
