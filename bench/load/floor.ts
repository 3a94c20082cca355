// The floor: the same bytes to as many streams, by node:http and nothing else, and by socket.io. Its own process.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const message = `id: 1\ndata: ${JSON.stringify({ statuses: ['open'], filler: 'x'.repeat(1_000) })}\n\n`;
const listeners = new Set<ServerResponse>();

const server = createServer((request, response) => {
	if (request.url === '/step') {
		for (const listener of listeners) listener.write(message);
		sockets.emit('snapshot', message);
		response.end('done');
		return;
	}
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	response.flushHeaders();
	listeners.add(response);
	response.on('close', () => listeners.delete(response));
});
const sockets = new Server(server, { transports: ['websocket'] });
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => process.send?.(process.memoryUsage().rss));
