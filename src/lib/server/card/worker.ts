import { isMainThread } from 'node:worker_threads';
import type { CardModel } from '$lib/card';

// The main thread imports this module only to learn where it was built to; Skia stays out of it.
const rendering = isMainThread ? null : import('./render');
// A thread that cannot load it says so with each card, and does not die of it.
rendering?.catch(() => undefined);

async function draw(model: CardModel): Promise<Uint8Array> {
	const { renderCard } = await (rendering ?? import('./render'));
	return renderCard(model);
}

/** What a thread of the pool does. One export, so that no bundler drops the half that it sees nobody use. */
export default Object.assign(draw, { file: import.meta.url });
