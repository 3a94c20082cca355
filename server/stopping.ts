import type { Server } from 'node:http';

const PATIENCE_MS = 5_000;

/**
 * On SIGTERM or SIGINT: take no new connections, let running requests end, then let the app clean up (it hears
 * `sveltekit:shutdown`). Whoever keeps a stream open ends it on the same signal, or is cut off at the deadline.
 */
export function stopOnSignal(server: Server) {
	let stopping = false;

	const stop = (signal: NodeJS.Signals) => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(0), PATIENCE_MS).unref();
		setTimeout(() => server.closeAllConnections(), PATIENCE_MS - 1_000).unref();
		server.close(() => process.emit('sveltekit:shutdown' as never, signal as never));
	};

	// A connection that is kept alive would wait for a next request.
	server.on('request', (req, res) => {
		res.on('close', () => {
			if (stopping) req.socket.destroySoon();
		});
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
