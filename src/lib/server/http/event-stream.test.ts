import { expect, it } from 'vitest';
import { eventStream } from './event-stream';

it('answers whoever asks for the head alone at once, and listens no longer', async () => {
	let cancelled = false;
	const stream = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
	const response = await eventStream({ method: 'HEAD' }, stream);
	expect(response.body).toBeNull();
	expect(cancelled).toBe(true);
	expect(response.headers.get('content-type')).toContain('text/event-stream');
});
