// Serves the build in BUILD_FOLDER as `npm start` serves the current one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadListener } from '../../../server/handler.ts';
import { CONNECTION_PROTOCOL_HEADER } from '../../../server/listener.ts';

for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
process.env['PROTOCOL_HEADER'] = CONNECTION_PROTOCOL_HEADER;

const server = createServer(await loadListener(join(process.env['BUILD_FOLDER'] ?? '', 'handler.js')));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
	console.log(`No Strings is running at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
