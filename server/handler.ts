import { pathToFileURL } from 'node:url';
import type { RequestListener } from 'node:http';
import { createListener, type Direct, type Handler } from './listener.ts';

/** Imports Kit's handler from a build, which opens the app, and says then what it answers without Kit. */
export async function loadListener(file: string): Promise<RequestListener> {
	let direct: Direct | undefined;
	const open = (given: Direct) => void (direct = given);
	process.once('no-strings:open' as never, open as never);
	const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };
	return createListener(handler, direct);
}
