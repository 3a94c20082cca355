import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CardModel } from '$lib/card';
import { cardSaying } from './card.fixture';
import { CardsBusy } from './pool';
import { CardFailed, CardCache } from './cache';
import { log as logger } from '../log';

afterEach(() => void vi.restoreAllMocks());

const BYTES = 5000;

/** Counts what is drawn; a card is its headline, and some more. */
function painter() {
	return vi.fn(async ({ words }: CardModel) => {
		await wait(5);
		return new Uint8Array(Buffer.from(words.headline.padEnd(BYTES)));
	});
}

describe('the cache of cards', () => {
	it('draws a card once for all who want it at the same time', async () => {
		const paint = painter();
		const cache = new CardCache(paint);
		const cards = await Promise.all(Array.from({ length: 50 }, () => cache.get(cardSaying('same'))));
		expect(paint).toHaveBeenCalledOnce();
		expect(new Set(cards).size).toBe(1);
	});

	it('draws different cards, even where one word differs', async () => {
		const paint = painter();
		const cache = new CardCache(paint);
		const model = cardSaying('one');
		const [a, b] = await Promise.all([
			cache.get(model),
			cache.get({ ...model, words: { ...model.words, address: 'elsewhere.example' } }),
			cache.get({ ...model, shape: 'tall' }),
			cache.get({ ...model, theme: 'dark' })
		]);
		expect(paint).toHaveBeenCalledTimes(4);
		expect(a).not.toBe(b);
	});

	it('keeps a card, and its tag follows the bytes', async () => {
		const paint = painter();
		const cache = new CardCache(paint);
		const first = await cache.get(cardSaying('a'));
		expect(await cache.get(cardSaying('a'))).toBe(first);
		expect(paint).toHaveBeenCalledOnce();
		expect(first.etag).toMatch(/^"[\w-]{22}"$/);
		expect((await new CardCache(paint).get(cardSaying('a'))).etag).toBe(first.etag);
		expect((await cache.get(cardSaying('b'))).etag).not.toBe(first.etag);
	});

	it('forgets the cards that nobody wanted for longest', async () => {
		const paint = painter();
		const cache = new CardCache(paint, 3 * (BYTES + JSON.stringify(cardSaying('a')).length));
		for (const headline of ['a', 'b', 'c', 'a', 'd']) await cache.get(cardSaying(headline));
		expect(paint).toHaveBeenCalledTimes(4);
		await cache.get(cardSaying('a'));
		expect(paint).toHaveBeenCalledTimes(4);
		await cache.get(cardSaying('b'));
		expect(paint).toHaveBeenCalledTimes(5);
	});

	it('gives a card to who waits for it even when there is no room to keep it', async () => {
		const paint = painter();
		const cache = new CardCache(paint, BYTES / 2);
		const cards = await Promise.all(['a', 'b', 'c', 'a'].map((headline) => cache.get(cardSaying(headline))));
		expect(cards.map(({ png }) => Buffer.from(png).toString().trim())).toEqual(['a', 'b', 'c', 'a']);
	});

	it('logs a failure once for all who wait, and tries again for the next', async () => {
		const log = vi.spyOn(logger, 'error').mockReturnValue();
		const paint = painter().mockRejectedValueOnce(new Error('no ink'));
		const cache = new CardCache(paint);
		const outcomes = await Promise.allSettled([cache.get(cardSaying('a')), cache.get(cardSaying('a'))]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(outcomes[0]).toMatchObject({ reason: expect.any(CardFailed) as unknown });
		expect(log).toHaveBeenCalledOnce();
		expect(log.mock.calls[0]?.[0]).toMatchObject({ err: { message: 'no ink' } });
		expect((await cache.get(cardSaying('a'))).png).toHaveLength(BYTES);
	});

	it('does not log that it is busy', async () => {
		const log = vi.spyOn(logger, 'error').mockReturnValue();
		const cache = new CardCache(() => Promise.reject(new CardsBusy()));
		await expect(cache.get(cardSaying('a'))).rejects.toThrow(CardsBusy);
		expect(log).not.toHaveBeenCalled();
	});
});
