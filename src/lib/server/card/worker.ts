import { parentPort } from 'node:worker_threads';
import type { CardModel } from '$lib/card';
import type { Reply } from '../threads';

/** Where this module was built to; all that the main thread imports it for. */
export const workerFile = import.meta.url;

if (parentPort) {
	const rendering = import('./render');
	// A thread that cannot load it says so with each card and stays.
	rendering.catch(() => undefined);
	const answer = (reply: Reply<Uint8Array>) => parentPort?.postMessage(reply);
	parentPort.on('message', (model: CardModel) => {
		rendering
			.then(({ renderCard }) => answer({ result: renderCard(model) }))
			.catch((error: unknown) => answer({ error }));
	});
}
