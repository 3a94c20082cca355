// Loaded into the server before itself (node --import): says on request how late its event loop was.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 1;

// Threads inherit --import.
if (isMainThread && process.send) {
	const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	histogram.enable();
	let longest = 0;
	/** Notes the processor time that this thread took between two turns of its loop. */
	const watch = () => {
		const before = process.threadCpuUsage();
		setTimeout(() => {
			const { user, system } = process.threadCpuUsage(before);
			longest = Math.max(longest, (user + system) / 1000);
			watch();
		}, RESOLUTION_MS).unref();
	};
	process.on('message', (message) => {
		if (message === 'watch') watch();
		if (message === 'reset') {
			histogram.reset();
			longest = 0;
		}
		if (message === 'collect') {
			globalThis.gc?.();
			process.send?.('collected');
		}
		if (message !== 'read') return;
		// Node counts from one tick of its timer to the next.
		const late = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
		process.send?.({
			p50: late(histogram.percentile(50)),
			p99: late(histogram.percentile(99)),
			max: late(histogram.max),
			longest,
			rss: process.memoryUsage.rss()
		});
	});
	// The channel alone must not keep the server alive.
	process.channel?.unref();
}
