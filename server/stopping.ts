import type { Server } from 'node:http';

const PATIENCE_MS = 5_000;

/**
 * On SIGTERM, SIGINT or SIGHUP, at any time: before there is a server that listens, ends at once. After that takes no
 * new connections, lets running requests end, then lets the app clean up (it hears `sveltekit:shutdown`). Whoever
 * keeps a stream open ends it on the same signal, or is cut off at the deadline.
 *
 * @returns a function to say which server it is
 */
export function stopOnSignal(): (server: Server) => void {
	let stopping = false;
	let server: Server | undefined;

	const stop = (signal: NodeJS.Signals) => {
		if (stopping) return;
		stopping = true;
		if (!server?.listening) process.exit(0);
		setTimeout(() => process.exit(0), PATIENCE_MS).unref();
		setTimeout(() => server?.closeAllConnections(), PATIENCE_MS - 1_000).unref();
		server.close(() => process.emit('sveltekit:shutdown' as never, signal as never));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

	return (started) => {
		server = started;
		// A connection that is kept alive would wait for a next request.
		started.on('request', (req, res) => {
			res.on('close', () => {
				if (stopping) req.socket.destroySoon();
			});
		});
	};
}
