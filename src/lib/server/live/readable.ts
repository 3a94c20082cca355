import type { Begin, Stream } from './hub';

/** Chunks that wait to be read. */
const HIGH_WATER_MARK = 4;

/** Returns a line as a web stream. */
export function readableOf(begin: Begin): ReadableStream<Uint8Array> {
	let stream: Stream;
	return new ReadableStream<Uint8Array>(
		{
			start: (controller) => {
				stream = begin({
					isFree: () => (controller.desiredSize ?? 0) > 0,
					write: (bytes) => controller.enqueue(bytes),
					end: () => controller.close()
				});
			},
			pull: () => stream.drained(),
			cancel: () => stream.left()
		},
		{ highWaterMark: HIGH_WATER_MARK }
	);
}
