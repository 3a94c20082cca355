import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A balancer without any wit: each connection goes to the next node that takes it. */
export async function startProxy(ports: readonly number[]) {
	const open = new Set<Socket>();
	let turn = 0;

	function pass(client: Socket, tries = ports.length): void {
		const node = connect(ports[turn++ % ports.length] as number, '127.0.0.1');
		let connected = false;
		node.once('connect', () => {
			connected = true;
			client.pipe(node).pipe(client);
		});
		node.on('error', () => {
			if (connected || tries <= 1) client.destroy();
			else pass(client, tries - 1);
		});
		client.on('close', () => node.destroy());
	}

	const server = createServer((client) => {
		open.add(client);
		client.on('error', () => undefined);
		client.on('close', () => open.delete(client));
		pass(client);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop() {
			server.close();
			for (const client of open) client.destroy();
		}
	};
}

export type Proxy = Awaited<ReturnType<typeof startProxy>>;
