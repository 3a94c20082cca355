import type { CardModel } from '$lib/card';
import { ThreadPool } from '../threads';

export { ThreadsBusy as CardsBusy, type ThreadOptions as PoolOptions } from '../threads';

export type Painter = (model: CardModel) => Promise<Uint8Array>;

export class CardPool extends ThreadPool<CardModel, Uint8Array> {
	paint: Painter = (model) => this.run(model);
}
