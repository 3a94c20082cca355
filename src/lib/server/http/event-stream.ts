/** The response of an event stream; nothing on the way may hold back, join or keep its parts. */
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
	// Who asks for the head alone gets it when the body ends, and this one does not.
	await stream.cancel();
	return new Response(null, { headers });
}
