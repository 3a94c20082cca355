import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { Driver, Tab } from './tab';

/** Programs that the machine has. */
type Programs = { driver: string; browser: string; xvfb: string };

/** How long the driver may take until it listens. */
const START_MS = 20_000;

/** WebKitGTK's browser over WebDriver (https://www.w3.org/TR/webdriver2/), on a display that nobody sees. */
export async function startWebKit({ driver, browser, xvfb }: Programs): Promise<Driver> {
	const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe']
	});
	const [display] = (await once((screen.stdio[3] as Readable).setEncoding('utf8'), 'data')) as [string];
	const port = await freePort();
	const child = spawn(driver, [`--port=${port}`], {
		stdio: 'ignore',
		env: {
			...process.env,
			DISPLAY: `:${display.trim()}`,
			GDK_BACKEND: 'x11',
			LIBGL_ALWAYS_SOFTWARE: '1',
			WEBKIT_DISABLE_DMABUF_RENDERER: '1'
		}
	});
	const base = `http://127.0.0.1:${port}`;

	async function send(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
		const { value } = (await response.json()) as { value: { message?: string } | null };
		if (!response.ok) throw new Error(`${method} ${path}: ${value?.message}`);
		return value;
	}

	const until = performance.now() + START_MS;
	while (!(await send('GET', '/status').catch(() => null)))
		if (performance.now() > until) throw new Error('WebKitWebDriver did not start');

	const newSession = async () =>
		(await send('POST', '/session', {
			capabilities: {
				alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } }
			}
		})) as { sessionId: string; capabilities: { browserVersion: string } };
	// There can be one at a time, and the version is known with the first.
	let session: Awaited<ReturnType<typeof newSession>> | undefined = await newSession();

	return {
		name: `WebKitGTK ${session.capabilities.browserVersion}`,
		async newTab(): Promise<Tab> {
			const { sessionId } = session ?? (await newSession());
			session = undefined;
			const at = `/session/${sessionId}`;
			return {
				async open(address) {
					await send('POST', `${at}/url`, { url: address });
				},
				evaluate: (expression) =>
					send('POST', `${at}/execute/sync`, { script: `return (${expression})`, args: [] }),
				async click(x, y) {
					const actions = [
						{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
						{ type: 'pointerDown', button: 0 },
						{ type: 'pointerUp', button: 0 }
					];
					await send('POST', `${at}/actions`, { actions: [{ type: 'pointer', id: 'mouse', actions }] });
				},
				async close() {
					await send('DELETE', at);
				}
			};
		},
		async stop() {
			if (session) await send('DELETE', `/session/${session.sessionId}`);
			for (const process of [child, screen]) {
				const ended = once(process, 'close');
				process.kill();
				await ended;
			}
		}
	};
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	await once(probe.close(), 'close');
	return port;
}
