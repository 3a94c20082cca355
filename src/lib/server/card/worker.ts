import { parentPort } from 'node:worker_threads';
import type { CardModel } from '$lib/card';
import type { Reply } from './pool';

/** Where this module was built to; all that the main thread imports it for. */
export const workerFile = import.meta.url;

if (parentPort) {
	const rendering = import('./render');
	// A thread that cannot load it says so with each card and stays.
	rendering.catch(() => undefined);
	const answer = (reply: Reply) => parentPort?.postMessage(reply);
	parentPort.on('message', (model: CardModel) => {
		rendering
			.then(({ renderCard }) => answer({ png: renderCard(model) }))
			.catch((error: unknown) => answer({ error }));
	});
}
