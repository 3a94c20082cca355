import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CardModel } from '$lib/card';
import { logError } from '../log';
import { CardsBusy, type Painter } from './pool';

export type Card = { png: Uint8Array<ArrayBuffer>; /** Strong, from the bytes. */ etag: string };

/** A card that could not be drawn. It has been logged. */
export class CardFailed extends Error {
	readonly id: string;

	constructor(id: string) {
		super(`card failed: ${id}`);
		this.id = id;
	}
}

/** Some hundreds of cards. */
const DEFAULT_BYTES = 32 * 1024 * 1024;

/**
 * Cards that were asked for lately, up to a number of bytes. A card that several people want at the same time
 * is drawn once for all of them. A failure is not kept.
 */
export class CardCache {
	readonly #cards: LRUCache<string, Card, CardModel>;

	constructor(paint: Painter, bytes = DEFAULT_BYTES) {
		this.#cards = new LRUCache({
			maxSize: bytes,
			sizeCalculation: ({ png }, key) => png.length + key.length,
			fetchMethod: (_key, _old, { context }) => cardOf(paint, context),
			// One that is pushed out while it is drawn still goes to those who wait for it.
			ignoreFetchAbort: true,
			allowStaleOnFetchAbort: true
		});
	}

	/** @throws CardsBusy or CardFailed */
	async get(model: CardModel): Promise<Card> {
		// The model is all that the drawing knows, so two cards with one key are one picture.
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
