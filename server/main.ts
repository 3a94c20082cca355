import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, ConfigError, readConfig } from '../src/lib/server/config.ts';
import { addresses } from './addresses.ts';
import { CONNECTION_PROTOCOL_HEADER, createListener, type Handler } from './listener.ts';
import { stopOnSignal } from './stopping.ts';

const config = readConfigOrExit();
const server = createServer(createListener(await loadHandler(config)));
stopOnSignal(server);
server.on('error', (error: NodeJS.ErrnoException) => exit(listenProblem(error, config)));
server.listen({ port: config.port, host: config.host }, () => {
	const [here, ...network] = addresses(config.host, (server.address() as AddressInfo).port);
	console.log(`No Strings is running at ${here}`);
	for (const address of network) console.log(`On your network: ${address}`);
});

function readConfigOrExit() {
	try {
		return readConfig(process.env);
	} catch (error) {
		if (error instanceof ConfigError) exit(error.message);
		throw error;
	}
}

/** SvelteKit's handler reads its settings from the environment when it is imported. */
async function loadHandler({ origin, protocolHeader }: Config) {
	const file = new URL('../build/handler.js', import.meta.url);
	if (!existsSync(file)) exit('The app has not been built yet. `npm start` builds it.');
	if (!origin) {
		delete process.env['ORIGIN'];
		process.env['PROTOCOL_HEADER'] = protocolHeader ?? CONNECTION_PROTOCOL_HEADER;
	}
	const { handler } = (await import(file.href)) as { handler: Handler };
	return handler;
}

function listenProblem({ code, message }: NodeJS.ErrnoException, { host, port }: Config) {
	if (code === 'EADDRINUSE') {
		return `Port ${port} is in use already: stop the other program, or choose another port, for example PORT=${port + 1} npm start`;
	}
	if (code === 'EACCES')
		return `Port ${port} is not open to this user: choose one above 1023, for example PORT=3000 npm start`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		return `HOST is "${host}", which is not an address of this machine.`;
	return `The server could not start: ${message}`;
}

function exit(message: string): never {
	console.error(message);
	process.exit(1);
}
