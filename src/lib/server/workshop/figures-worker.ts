import { parentPort } from 'node:worker_threads';
import type { Reply } from '../threads';
import { figureOf, type FigureTask } from './figures';

/** Where this module was built to; all that the main thread imports it for. */
export const workerFile = import.meta.url;

parentPort?.on('message', (task: FigureTask) => {
	const answer = (reply: Reply<unknown>) => parentPort?.postMessage(reply);
	try {
		answer({ result: figureOf(task) });
	} catch (error) {
		answer({ error });
	}
});
