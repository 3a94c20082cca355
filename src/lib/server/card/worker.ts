import { parentPort } from 'node:worker_threads';
import type { CardModel } from '$lib/card';
import type { Reply } from '../threads';

/** Where this module was built to; all that the main thread imports it for. */
export const workerFile = import.meta.url;

if (parentPort) {
	// A thread that has read the machine's fonts, of which no card has a letter, holds 40 MB more.
	process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
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
