import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CardModel } from '$lib/card';
import { logError } from '../log';
import { CardsBusy, type Painter } from './pool';

export type Card = { png: Uint8Array<ArrayBuffer>; /** Strong, from the bytes. */ etag: string };

/** Thrown for a card that could not be drawn, after it was logged under `id`. */
export class CardFailed extends Error {
	readonly id: string;

	constructor(id: string) {
		super(`card failed: ${id}`);
		this.id = id;
	}
}

const DEFAULT_BYTES = 32 * 1024 * 1024;

/** Keeps the cards asked for lately, draws a card once for all who want it at the same time, and keeps no failure. */
export class CardCache {
	readonly #cards: LRUCache<string, Card, CardModel>;

	constructor(paint: Painter, bytes = DEFAULT_BYTES) {
		this.#cards = new LRUCache({
			maxSize: bytes,
			sizeCalculation: ({ png }, key) => png.length + key.length,
			fetchMethod: (_key, _old, { context }) => cardOf(paint, context),
			// A card pushed out while it is drawn still goes to those who wait for it.
			ignoreFetchAbort: true,
			allowStaleOnFetchAbort: true
		});
	}

	/** @throws CardsBusy or CardFailed */
	async get(model: CardModel): Promise<Card> {
		// The drawing knows nothing but the model.
		return this.#cards.forceFetch(JSON.stringify(model), { context: model });
	}
}

async function cardOf(paint: Painter, model: CardModel): Promise<Card> {
	try {
		const png = new Uint8Array(await paint(model));
		return { png, etag: `"${createHash('sha256').update(png).digest('base64url').slice(0, 22)}"` };
	} catch (error) {
		throw error instanceof CardsBusy ? error : new CardFailed(logError(error));
	}
}
