import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardSaying } from './card.fixture';
import { CardPool, CardsBusy, type PoolOptions } from './pool';
import { log as logger } from '../log';

const file = new URL('../../../../tests/unit/fixtures/painter.mjs', import.meta.url).href;

const open: CardPool[] = [];
afterEach(() => {
	for (const pool of open.splice(0)) pool.close();
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

	it('draws in the order in which cards were asked for', async () => {
		const paint = start();
		const order: string[] = [];
		const wanted = Array.from({ length: 12 }, (_, i) => `card ${i}`);
		await Promise.all(wanted.map(async (headline) => order.push(await paint(headline))));
		expect(order).toEqual(wanted);
	});

	it('lets nobody wait for those who ask later', async () => {
		const paint = start();
		const asked = paint('slow first');
		let later = 0;
		const others = Array.from({ length: 3 }, async () => {
			for (let i = 0; i < 3; i++) {
				await paint('slow other');
				later++;
			}
		});
		await asked;
		expect(later).toBe(0);
		await Promise.all(others);
	});

	it('sends away what the queue has no room for, and draws again when it has', async () => {
		const paint = start({ mostWaiting: 2 });
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

	it('replaces and logs a thread that breaks between two cards', async () => {
		const log = vi.spyOn(logger, 'error').mockReturnValue();
		const paint = start();
		expect(await paint('breaks')).toBe('breaks');
		await vi.waitFor(() => expect(log).toHaveBeenCalledOnce());
		expect(log.mock.calls[0]?.[0]).toMatchObject({ err: { message: 'thread broken' } });
		expect(await paint('later')).toBe('later');
	});

	it('fails every card, and nothing else, when the worker cannot be loaded', async () => {
		const pool = new CardPool(new URL('nowhere.mjs', file).href, { threads: 1 });
		open.push(pool);
		for (let i = 0; i < 3; i++) await expect(pool.paint(cardSaying('a'))).rejects.toThrow();
	});

	it.each(['hangs', 'never'])(
		'gives up a thread that %s',
		async (headline) => {
			const paint = start({ patienceMs: 2000 });
			await paint('warm');
			await expect(paint(headline)).rejects.toThrow('too long');
			expect(await paint('later')).toBe('later');
		},
		20_000
	);

	it('fails what is under way and what waits when it closes', async () => {
		const pool = new CardPool(file, { threads: 1 });
		const asked = ['never', 'waiting'].map((headline) => pool.paint(cardSaying(headline)));
		const outcomes = Promise.allSettled(asked);
		pool.close();
		expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});

	it('draws on several threads at once', async () => {
		const paint = start({ threads: 2 });
		await Promise.all([paint('one'), paint('two')]);
		// One thread hangs, and the other draws.
		const never = paint('never').catch(() => 'closed');
		expect(await paint('slow')).toBe('slow');
		for (const pool of open) pool.close();
		expect(await never).toBe('closed');
	});
});
