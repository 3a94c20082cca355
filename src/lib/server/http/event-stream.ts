export async function eventStream(
	{ method }: Pick<Request, 'method'>,
	stream: ReadableStream<Uint8Array>
): Promise<Response> {
	const headers = {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-cache, no-transform',
		'x-accel-buffering': 'no'
	};
	if (method !== 'HEAD') return new Response(stream, { headers });
	// A HEAD is answered when the body ends, and this one does not.
	await stream.cancel();
	return new Response(null, { headers });
}
