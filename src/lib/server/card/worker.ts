import { parentPort } from 'node:worker_threads';
import type { CardModel } from '$lib/card';
import type { Reply } from './pool';

/** Where this module was built to. The main thread imports it for nothing else; Skia stays out of it. */
export const workerFile = import.meta.url;

if (parentPort) {
	const rendering = import('./render');
	// A thread that cannot load it says so with each card, and does not die of it.
	rendering.catch(() => undefined);
	const answer = (reply: Reply) => parentPort?.postMessage(reply);
	parentPort.on('message', (model: CardModel) => {
		rendering
			.then(({ renderCard }) => answer({ png: renderCard(model) }))
			.catch((error: unknown) => answer({ error }));
	});
}
