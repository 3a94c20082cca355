import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../db/sqlite/open';
import { Refusal } from '../refusal';
import { LIMITS, Limits, networksOf, WIDE_FACTOR, type LimitName } from './limits';

const HALL = '192.0.2.1';
const ELSEWHERE = '192.0.2.2';

let limits: Limits;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
	limits = new Limits(await openSqlite(':memory:'), 'secret');
});
afterEach(() => void vi.useRealTimers());

const outcome = (promise: Promise<unknown>) =>
	promise.then(
		() => 'fine',
		(reason: unknown) => (reason instanceof Refusal ? reason : String(reason))
	);

/** How many of some attempts in a row were let through. */
async function letThrough(attempt: () => Promise<unknown>, times: number): Promise<number> {
	let fine = 0;
	for (let i = 0; i < times; i++) if ((await outcome(attempt())) === 'fine') fine++;
	return fine;
}

async function times(count: number, work: () => Promise<void>) {
	for (let i = 0; i < count; i++) await work();
}

/** Somebody who tries codes as fast as they are let. Returns how many were looked up in an hour. */
async function guessForAnHour(address: () => string): Promise<number> {
	let looked = 0;
	for (let minute = 0; minute < 60; minute++) {
		// A limit that never refuses fails a test, and hangs none.
		while (looked < 10_000) {
			const at = address();
			if ((await outcome(limits.admit('wrongCodes', at))) !== 'fine') break;
			await limits.note('wrongCodes', at);
			looked++;
		}
		vi.advanceTimersByTime(60_000);
	}
	return looked;
}

it('what may be done in what time is this, to the point and the second', () => {
	expect(LIMITS).toEqual({
		openings: { name: 'open', points: 60, seconds: 3600, slowed: { points: 2, seconds: 60 } },
		joins: { name: 'join', points: 5000, seconds: 600, slowed: { points: 60, seconds: 60 } },
		wrongCodes: { name: 'code', points: 300, seconds: 3600, slowed: { points: 6, seconds: 60 } },
		wrongKeys: { name: 'key', points: 60, seconds: 3600 },
		wrongPassphrases: { name: 'phrase', points: 60, seconds: 3600, slowed: { points: 6, seconds: 60 } },
		cards: { name: 'card', points: 600, seconds: 60 }
	});
	expect(WIDE_FACTOR).toBe(5);
});

describe('what one address may do', () => {
	it.each(Object.keys(LIMITS) as LimitName[])('is so much of %s, then slower or nothing', async (name) => {
		const { points, seconds, slowed = { points: 0, seconds } } = { slowed: undefined, ...LIMITS[name] };
		const attempt = () => limits.count(name, HALL);
		expect(await letThrough(attempt, points)).toBe(points);
		expect(await letThrough(attempt, slowed.points + 5)).toBe(slowed.points);
		expect(await outcome(attempt())).toMatchObject({
			reason: 'tooMany',
			retryAfter: slowed.points > 0 ? slowed.seconds : seconds
		});
		vi.advanceTimersByTime(slowed.seconds * 1000 + 1000);
		expect(await letThrough(attempt, 5_000)).toBe(slowed.points || points);
	});

	it('has one count for each thing, and one for each address', async () => {
		const names = Object.keys(LIMITS) as LimitName[];
		for (const used of names) {
			const fresh = new Limits(await openSqlite(':memory:'), 'secret');
			await times(LIMITS[used].points + 100, () => fresh.note(used, HALL));
			for (const other of names.filter((name) => name !== used))
				expect(await outcome(fresh.count(other, HALL)), `${other} after ${used}`).toBe('fine');
			expect(await outcome(fresh.count(used, ELSEWHERE)), `${used} elsewhere`).toBe('fine');
		}
	});

	it('is nothing to those who belong there, and costs the others nothing', async () => {
		await times(LIMITS.wrongCodes.points, () => limits.note('wrongCodes', HALL));
		const free = vi.fn(() => Promise.resolve(true));
		expect(await letThrough(() => limits.admit('wrongCodes', HALL, free), 1_000)).toBe(1_000);
		expect(free).toHaveBeenCalledTimes(1_000);
		expect(await letThrough(() => limits.admit('wrongCodes', HALL), 20)).toBe(
			LIMITS.wrongCodes.slowed.points
		);
		// Nobody is asked who they are while there is no need.
		expect(await outcome(limits.admit('wrongCodes', ELSEWHERE, free))).toBe('fine');
		expect(free).toHaveBeenCalledTimes(1_000);
	});

	it('is not bounded for longer where the clock is set back', async () => {
		await times(LIMITS.wrongKeys.points, () => limits.count('wrongKeys', HALL));
		vi.setSystemTime(Date.now() - LIMITS.wrongKeys.seconds * 1_000);
		expect(await outcome(limits.count('wrongKeys', HALL))).toMatchObject({
			reason: 'tooMany',
			retryAfter: LIMITS.wrongKeys.seconds
		});
		vi.setSystemTime(Date.now() - 365 * 24 * 60 * 60 * 1_000);
		expect(await outcome(limits.admit('wrongKeys', HALL))).toBe('fine');
		// From then on it counts as ever.
		await times(LIMITS.wrongKeys.points, () => limits.count('wrongKeys', HALL));
		expect(await outcome(limits.admit('wrongKeys', HALL))).toMatchObject({ reason: 'tooMany' });
	});

	it('lets a hall of a thousand people behind one address in', async () => {
		expect(await letThrough(() => limits.count('joins', HALL), 1_000)).toBe(1_000);
		// One in five mistypes the code once.
		await times(200, () => limits.note('wrongCodes', HALL));
		expect(await outcome(limits.admit('wrongCodes', HALL))).toBe('fine');
	});
});

describe('a search over the codes', () => {
	it('comes to 660 an hour from one address: eleven years for all of them', async () => {
		expect(await guessForAnHour(() => HALL)).toBe(660);
	});

	it('comes to five times as many from all networks of a /48, and no more', async () => {
		let n = 0;
		const looked = await guessForAnHour(() => `2001:db8:1:${(n++ % 65_536).toString(16)}::1`);
		expect(looked).toBe(3_300);
		expect(await outcome(limits.admit('wrongCodes', '2001:db8:2::1'))).toBe('fine');
	});
});

describe('the network of an address, and the one around it', () => {
	it.each([
		['192.0.2.1', ['192.0.2.1']],
		['::ffff:192.0.2.1', ['192.0.2.1']],
		['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2', '2001:db8:1']],
		['2001:db8:1:2::6', ['2001:db8:1:2', '2001:db8:1']],
		['2001:0DB8::1', ['2001:db8:0:0', '2001:db8:0']],
		['::1', ['0:0:0:0', '0:0:0']],
		['fe80::1%eth0', ['fe80:0:0:0', 'fe80:0:0']],
		['fe80::1%br-lan', ['fe80:0:0:0', 'fe80:0:0']],
		['192.0.2.1:5678', ['192.0.2.1']],
		['[2001:db8::1]:80', ['2001:db8:0:0', '2001:db8:0']],
		['[::ffff:192.0.2.1]', ['192.0.2.1']],
		['[fe80::1%eth0]:80', ['fe80:0:0:0', 'fe80:0:0']],
		['x[2001:db8::1]', ['x[2001:db8::1]']],
		['[2001:db8::1]x', ['[2001:db8::1]x']],
		['unknown', ['unknown']],
		['', ['']]
	])('of %s are %j', (address, networks) => {
		expect(networksOf(address)).toEqual(networks);
	});
});
