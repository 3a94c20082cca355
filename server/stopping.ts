import type { Server } from 'node:http';

const PATIENCE_MS = 5_000;

/**
 * Stops the process on SIGTERM, SIGINT or SIGHUP; at once before a server listens. The app hears `no-strings:stopping` to end
 * its streams, and `sveltekit:shutdown` to clean up when no request is left. What is open at the deadline is cut off.
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
		process.emit('no-strings:stopping' as never);
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
