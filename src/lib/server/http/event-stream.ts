export const EVENT_STREAM_HEADERS = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-cache, no-transform',
	'x-accel-buffering': 'no'
};

export async function eventStream(
	{ method }: Pick<Request, 'method'>,
	stream: ReadableStream<Uint8Array>
): Promise<Response> {
	if (method !== 'HEAD') return new Response(stream, { headers: EVENT_STREAM_HEADERS });
	// A HEAD is answered when the body ends, and this one does not.
	await stream.cancel();
	return new Response(null, { headers: EVENT_STREAM_HEADERS });
}
