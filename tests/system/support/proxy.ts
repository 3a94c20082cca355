import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A balancer without any wit: each connection goes to the next node that takes it. */
export async function startProxy(ports: readonly number[]) {
	const open = new Set<Socket>();
	let turn = 0;
	let silent = false;

	function pass(client: Socket, tries = ports.length): void {
		const node = connect(ports[turn++ % ports.length] as number, '127.0.0.1');
		const hangUp = () => node.destroy();
		let connected = false;
		node.once('connect', () => {
			connected = true;
			client.pipe(node).pipe(client);
		});
		node.on('error', () => {
			if (connected || tries <= 1) client.destroy();
			else pass(client, tries - 1);
		});
		client.on('close', hangUp);
		client.on('silence', () => {
			client.unpipe(node);
			node.unpipe(client);
			// Not even that one end is gone is heard at the other.
			client.off('close', hangUp);
			open.add(node);
		});
	}

	const server = createServer((client) => {
		open.add(client);
		client.on('error', () => undefined);
		client.on('close', () => open.delete(client));
		if (!silent) pass(client);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		port,
		base: `http://127.0.0.1:${port}`,
		/** From now on nothing passes, and nobody is told: as where a cable is cut. */
		silence() {
			silent = true;
			for (const client of open) client.emit('silence');
		},
		/** New connections pass again; the old ones stay as they are. */
		mend() {
			silent = false;
		},
		stop() {
			server.close();
			for (const client of open) client.destroy();
		}
	};
}

export type Proxy = Awaited<ReturnType<typeof startProxy>>;
