import type { CardModel } from '$lib/card';
import { ThreadPool } from '../threads';

export { ThreadsBusy as CardsBusy, type ThreadOptions as PoolOptions } from '../threads';

export type Painter = (model: CardModel) => Promise<Uint8Array>;

/** Draws each card as a PNG. */
export class CardPool extends ThreadPool<CardModel, Uint8Array> {
	paint: Painter = (model) => this.run(model);
}
