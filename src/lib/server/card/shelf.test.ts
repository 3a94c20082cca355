import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CardModel } from '$lib/card';
import { cardSaying } from './card.fixture';
import { CardsBusy } from './pool';
import { CardFailed, CardShelf } from './shelf';
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

describe('the shelf of cards', () => {
	it('draws a card once for all who want it at the same time', async () => {
		const paint = painter();
		const shelf = new CardShelf(paint);
		const cards = await Promise.all(Array.from({ length: 50 }, () => shelf.get(cardSaying('same'))));
		expect(paint).toHaveBeenCalledOnce();
		expect(new Set(cards).size).toBe(1);
	});

	it('draws different cards, even where one word differs', async () => {
		const paint = painter();
		const shelf = new CardShelf(paint);
		const model = cardSaying('one');
		const [a, b] = await Promise.all([
			shelf.get(model),
			shelf.get({ ...model, words: { ...model.words, address: 'elsewhere.example' } }),
			shelf.get({ ...model, shape: 'tall' }),
			shelf.get({ ...model, theme: 'dark' })
		]);
		expect(paint).toHaveBeenCalledTimes(4);
		expect(a).not.toBe(b);
	});

	it('keeps a card, and its tag follows the bytes', async () => {
		const paint = painter();
		const shelf = new CardShelf(paint);
		const first = await shelf.get(cardSaying('a'));
		expect(await shelf.get(cardSaying('a'))).toBe(first);
		expect(paint).toHaveBeenCalledOnce();
		expect(first.etag).toMatch(/^"[\w-]{22}"$/);
		expect((await new CardShelf(paint).get(cardSaying('a'))).etag).toBe(first.etag);
		expect((await shelf.get(cardSaying('b'))).etag).not.toBe(first.etag);
	});

	it('forgets the cards that nobody wanted for longest', async () => {
		const paint = painter();
		const shelf = new CardShelf(paint, 3 * (BYTES + JSON.stringify(cardSaying('a')).length));
		for (const headline of ['a', 'b', 'c', 'a', 'd']) await shelf.get(cardSaying(headline));
		expect(paint).toHaveBeenCalledTimes(4);
		await shelf.get(cardSaying('a'));
		expect(paint).toHaveBeenCalledTimes(4);
		await shelf.get(cardSaying('b'));
		expect(paint).toHaveBeenCalledTimes(5);
	});

	it('gives a card to who waits for it even when there is no room to keep it', async () => {
		const paint = painter();
		const shelf = new CardShelf(paint, BYTES / 2);
		const cards = await Promise.all(['a', 'b', 'c', 'a'].map((headline) => shelf.get(cardSaying(headline))));
		expect(cards.map(({ png }) => Buffer.from(png).toString().trim())).toEqual(['a', 'b', 'c', 'a']);
	});

	it('logs a failure once for all who wait, and tries again for the next', async () => {
		const log = vi.spyOn(logger, 'error').mockReturnValue();
		const paint = painter().mockRejectedValueOnce(new Error('no ink'));
		const shelf = new CardShelf(paint);
		const outcomes = await Promise.allSettled([shelf.get(cardSaying('a')), shelf.get(cardSaying('a'))]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(outcomes[0]).toMatchObject({ reason: expect.any(CardFailed) as unknown });
		expect(log).toHaveBeenCalledOnce();
		expect(log.mock.calls[0]?.[0]).toMatchObject({ err: { message: 'no ink' } });
		expect((await shelf.get(cardSaying('a'))).png).toHaveLength(BYTES);
	});

	it('does not log that it is busy', async () => {
		const log = vi.spyOn(logger, 'error').mockReturnValue();
		const shelf = new CardShelf(() => Promise.reject(new CardsBusy()));
		await expect(shelf.get(cardSaying('a'))).rejects.toThrow(CardsBusy);
		expect(log).not.toHaveBeenCalled();
	});
});
