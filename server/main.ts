import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Builds } from '../scripts/lib/builds.mjs';
import { type Config, ConfigError, readConfig } from '../src/lib/server/config.ts';
import { addresses } from './addresses.ts';
import { loadListener } from './handler.ts';
import { CONNECTION_PROTOCOL_HEADER } from './listener.ts';
import { lowLimitNotice, openFileLimit } from './open-files.ts';
import { stopOnSignal } from './stopping.ts';

// First, because what follows may wait for a database.
const stopWith = stopOnSignal();
const config = readConfigOrExit();
const server = createServer(await loadBuild(config));
stopWith(server);
server.on('error', (error: NodeJS.ErrnoException) => exit(listenProblem(error, config)));
server.listen({ port: config.port, host: config.host }, () => {
	const [here, ...network] = addresses(config.host, (server.address() as AddressInfo).port);
	console.log(`No Strings is running at ${here}`);
	for (const address of network) console.log(`On your network: ${address}`);
	const notice = lowLimitNotice(openFileLimit());
	if (notice) console.log(notice);
});

function readConfigOrExit() {
	try {
		return readConfig(process.env);
	} catch (error) {
		if (error instanceof ConfigError) exit(error.message);
		throw error;
	}
}

/** Loads the build, which reads its settings from the environment while it is imported. */
async function loadBuild(config: Config) {
	const { origin, protocolHeader } = config;
	const builds = new Builds();
	const build = builds.current();
	if (build === null) exit('The app has not been built yet. `npm start` builds it.');
	builds.use(build);
	// Kit takes an empty variable for a value.
	for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
	if (!origin) process.env['PROTOCOL_HEADER'] = protocolHeader ?? CONNECTION_PROTOCOL_HEADER;
	showOperator(config);
	try {
		return await loadListener(join(build, 'handler.js'));
	} catch (error) {
		// The build has a class of its own with this name.
		if (error instanceof Error && error.name === 'StartProblem') exit(error.message);
		throw error;
	}
}

/** Sets the names that `src/lib/ui/operator.ts` reads. */
function showOperator({ operatorName, operatorUrl, sourceUrl }: Config) {
	const shown = { OPERATOR_NAME: operatorName, OPERATOR_URL: operatorUrl, SOURCE_URL: sourceUrl };
	for (const [name, value] of Object.entries(shown))
		if (value !== undefined) process.env[`NO_STRINGS_PUBLIC_${name}`] = value;
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
