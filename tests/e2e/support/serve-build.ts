// Serves the build in BUILD_FOLDER as `npm start` serves the current one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONNECTION_PROTOCOL_HEADER, createListener, type Handler } from '../../../server/listener.ts';

for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
process.env['PROTOCOL_HEADER'] = CONNECTION_PROTOCOL_HEADER;

const file = pathToFileURL(join(process.env['BUILD_FOLDER'] ?? '', 'handler.js')).href;
const { handler } = (await import(file)) as { handler: Handler };
const server = createServer(createListener(handler));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
	console.log(`No Strings is running at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
