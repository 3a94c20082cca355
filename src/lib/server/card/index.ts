import type { CardModel } from '$lib/card';
import { CardPool, type Painter } from './pool';
import { answerWithCard } from './response';
import { CardCache } from './cache';

export { readCardQuery } from './query';

/** In development Vite serves the drawing as it is being edited. */
async function painter(): Promise<Painter> {
	if (import.meta.env.DEV) {
		return async (model) => (await import('./render')).renderCard(model);
	}
	const { workerFile } = await import('./worker');
	const pool = new CardPool(workerFile);
	process.once('sveltekit:shutdown', () => pool.close());
	return pool.paint;
}

let cache: Promise<CardCache> | undefined;

export async function cardResponse(model: CardModel, request: Request): Promise<Response> {
	cache ??= painter().then((paint) => new CardCache(paint));
	return answerWithCard(await cache, model, request);
}
