import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, Tab } from './tab';

/** What is read of answers over WebDriver BiDi. */
type Result = Record<string, unknown>;
type Message = { id?: number; type: string; result?: Result; message?: string };

/** The machine's own Firefox over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/). */
export async function startFirefox(program: string): Promise<Driver> {
	const profile = mkdtempSync(join(tmpdir(), 'no-strings-firefox-'));
	const child = spawn(program, ['--headless', '--remote-debugging-port=0', '--profile', profile], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const ended = once(child, 'close');
	const socket = new WebSocket(`${await addressOf(child.stderr, ended)}/session`);
	await once(socket, 'open');

	const waiting = new Map<number, (message: Message) => void>();
	let commands = 0;
	socket.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		if (message.id !== undefined) waiting.get(message.id)?.(message);
	});
	function send(method: string, params: object = {}): Promise<Result> {
		const id = ++commands;
		socket.send(JSON.stringify({ id, method, params }));
		return new Promise((resolve, reject) =>
			waiting.set(id, ({ type, result, message }) => {
				waiting.delete(id);
				if (type === 'error') reject(new Error(`${method}: ${message}`));
				else resolve(result ?? {});
			})
		);
	}

	const { capabilities } = await send('session.new', { capabilities: {} });
	const { browserVersion } = capabilities as { browserVersion: string };
	return {
		name: `Firefox ${browserVersion}`,
		async newTab(): Promise<Tab> {
			const { userContext } = await send('browser.createUserContext');
			const { context } = await send('browsingContext.create', { type: 'tab', userContext });
			return {
				async open(address) {
					await send('browsingContext.navigate', { context, url: address, wait: 'complete' });
				},
				async evaluate(expression) {
					const { type, result } = (await send('script.evaluate', {
						expression: `JSON.stringify(${expression})`,
						target: { context },
						awaitPromise: false
					})) as { type: string; result: { value?: string } };
					if (type !== 'success') throw new Error(`the page threw in ${expression}`);
					return result.value === undefined ? undefined : (JSON.parse(result.value) as unknown);
				},
				async click(x, y) {
					const actions = [
						{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
						{ type: 'pointerDown', button: 0 },
						{ type: 'pointerUp', button: 0 }
					];
					await send('input.performActions', {
						context,
						actions: [{ type: 'pointer', id: 'mouse', actions }]
					});
				},
				async close() {
					await send('browser.removeUserContext', { userContext });
				}
			};
		},
		async stop() {
			await send('browser.close');
			await ended;
			rmSync(profile, { recursive: true, force: true });
		}
	};
}

async function addressOf(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
	let said = '';
	const address = new Promise<string>((resolve) => {
		output.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
			if (found) resolve(found);
		});
	});
	const over = ended.then(() => {
		throw new Error(`Firefox did not start:\n${said}`);
	});
	return Promise.race([address, over]);
}
