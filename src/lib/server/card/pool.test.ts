import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardSaying } from './card.fixture';
import { CardPool, CardsBusy, type PoolOptions } from './pool';

const file = new URL('../../../../tests/unit/fixtures/painter.mjs', import.meta.url).href;

const open: CardPool[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((pool) => pool.close()));
	vi.restoreAllMocks();
});

/** A pool of one thread whose worker does as the headline says. */
function start(options: Partial<PoolOptions> = {}) {
	const pool = new CardPool(file, { threads: 1, ...options });
	open.push(pool);
	return async (headline: string) => Buffer.from(await pool.paint(cardSaying(headline))).toString();
}

describe('the pool of threads', () => {
	it('draws cards', async () => {
		const paint = start();
		expect(await Promise.all([paint('one'), paint('two')])).toEqual(['one', 'two']);
	});

	it('takes a worker by its path as well as by its address', async () => {
		const pool = new CardPool(fileURLToPath(file), { threads: 1 });
		open.push(pool);
		expect(Buffer.from(await pool.paint(cardSaying('path'))).toString()).toBe('path');
	});

	it('sends away what the queue has no room for, and draws again when it has', async () => {
		const paint = start({ queue: 2 });
		await paint('warm');
		const outcomes = await Promise.allSettled(['slow 1', 'slow 2', 'slow 3', 'slow 4', 'slow 5'].map(paint));
		expect(outcomes.map(({ status }) => status)).toEqual([
			'fulfilled',
			'fulfilled',
			'fulfilled',
			'rejected',
			'rejected'
		]);
		expect(outcomes.at(-1)).toMatchObject({ reason: expect.any(CardsBusy) as unknown });
		expect(await paint('later')).toBe('later');
	});

	it('fails one card and goes on when a drawing fails', async () => {
		const paint = start();
		await expect(paint('fails')).rejects.toThrow('no ink');
		expect(await paint('next')).toBe('next');
	});

	it('replaces a thread that dies, and fails only its card', async () => {
		const paint = start();
		const [dead, next] = await Promise.allSettled([paint('dies'), paint('next')]);
		expect(dead.status).toBe('rejected');
		expect(next).toEqual({ status: 'fulfilled', value: 'next' });
		expect(await paint('later')).toBe('later');
	});

	it('fails every card, and nothing else, when the worker cannot be loaded', async () => {
		vi.spyOn(console, 'error').mockReturnValue();
		const pool = new CardPool(new URL('nowhere.mjs', file).href, { threads: 1, patienceMs: 500 });
		open.push(pool);
		for (let i = 0; i < 3; i++) await expect(pool.paint(cardSaying('a'))).rejects.toThrow();
	});

	it('gives up a thread that does not come back', async () => {
		const paint = start({ patienceMs: 3000 });
		await paint('warm');
		await expect(paint('hangs')).rejects.toThrow();
		expect(await paint('later')).toBe('later');
	});

	it('fails what is under way when it closes', async () => {
		const pool = new CardPool(file, { threads: 1 });
		const outcome = expect(pool.paint(cardSaying('hangs'))).rejects.toThrow();
		await pool.close();
		await outcome;
	});
});
