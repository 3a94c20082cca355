import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts a proxy that, as some scanners do, passes an answer on only once it has ended: an event stream never has. */
export async function startHoldingProxy(target: string) {
	const { hostname, port } = new URL(target);
	const server = createServer((incoming, outgoing) => {
		const { method, url: path, headers } = incoming;
		const asked = request({ hostname, port, method, path, headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				outgoing.writeHead(response.statusCode ?? 502, response.headers);
				outgoing.end(Buffer.concat(parts));
			});
			response.on('error', () => outgoing.destroy());
		});
		asked.on('error', () => outgoing.destroy());
		outgoing.on('close', () => asked.destroy());
		incoming.pipe(asked);
	});
	await once(server.listen(0, 'localhost'), 'listening');
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		}
	};
}
