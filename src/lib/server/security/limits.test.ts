import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../db/sqlite/open';
import { Refusal } from '../refusal';
import { LIMITS, Limits, networkOf } from './limits';

afterEach(() => void vi.useRealTimers());

describe('what one address may do', () => {
	const outcome = (promise: Promise<unknown>) =>
		promise.then(
			() => 'fine',
			(reason: unknown) => (reason instanceof Refusal ? reason : String(reason))
		);

	it('is bounded, per address and per thing', async () => {
		const limits = new Limits(await openSqlite(':memory:'), 'secret');
		for (let i = 0; i < LIMITS.wrongKeys.points; i++) {
			expect(await outcome(limits.check('wrongKeys', '192.0.2.1'))).toBe('fine');
			await limits.count('wrongKeys', '192.0.2.1');
		}
		expect(await outcome(limits.check('wrongKeys', '192.0.2.1'))).toMatchObject({
			reason: 'tooMany',
			status: 429,
			retryAfter: expect.any(Number) as number
		});
		expect(await outcome(limits.check('wrongKeys', '192.0.2.2'))).toBe('fine');
		expect(await outcome(limits.check('wrongCodes', '192.0.2.1'))).toBe('fine');
	});

	it('is not bounded for longer where the clock is set back', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		const limits = new Limits(await openSqlite(':memory:'), 'secret');
		for (let i = 0; i <= LIMITS.wrongKeys.points; i++) await outcome(limits.count('wrongKeys', '192.0.2.1'));
		vi.setSystemTime(Date.now() - 1_000);
		expect(await outcome(limits.count('wrongKeys', '192.0.2.1'))).toMatchObject({ reason: 'tooMany' });
		vi.setSystemTime(Date.now() - 365 * 24 * 60 * 60 * 1_000);
		expect(await outcome(limits.check('wrongKeys', '192.0.2.1'))).toBe('fine');
		// From then on it counts as ever.
		for (let i = 0; i < LIMITS.wrongKeys.points; i++) await limits.count('wrongKeys', '192.0.2.1');
		expect(await outcome(limits.check('wrongKeys', '192.0.2.1'))).toMatchObject({ reason: 'tooMany' });
	});

	it('lets a hall of a thousand people behind one address in', async () => {
		const limits = new Limits(await openSqlite(':memory:'), 'secret');
		for (let person = 0; person < 1_000; person++) await limits.count('joins', '192.0.2.1');
		// One in five mistypes the code once.
		for (let typo = 0; typo < 200; typo++) await limits.count('wrongCodes', '192.0.2.1');
		expect(await outcome(limits.check('wrongCodes', '192.0.2.1'))).toBe('fine');
	});
});

describe('the network of an address', () => {
	it.each([
		['192.0.2.1', '192.0.2.1'],
		['::ffff:192.0.2.1', '192.0.2.1'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:db8:1:2::6', '2001:db8:1:2'],
		['2001:0DB8::1', '2001:db8:0:0'],
		['::1', '0:0:0:0'],
		['fe80::1%eth0', 'fe80:0:0:0'],
		['unknown', 'unknown'],
		['', '']
	])('of %s is %s', (address, network) => {
		expect(networkOf(address)).toBe(network);
	});
});
