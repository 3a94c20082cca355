import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { ADDRESS_HEADER, ask } from '../../e2e/support/workshop-api';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the machine's own environment says is none of a test's business. */
const UNSET = {
	NODE_ENV: 'production',
	ORIGIN: '',
	PROTOCOL_HEADER: '',
	DATABASE_URL: '',
	WORKSHOP_PASSPHRASE: '',
	METRICS_TOKEN: '',
	LOG_LEVEL: '',
	NODE_OPTIONS: ''
};

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Ends the servers that a test has left running. */
export async function endServers(): Promise<void> {
	await Promise.all(
		[...running].map(async (child) => {
			const ended = once(child, 'close');
			child.kill('SIGKILL');
			await ended;
		})
	);
}

export const makeFolder = () => mkdtempSync(join(tmpdir(), 'no-strings-system-'));

/** The built server in a process of its own, from its first moment on; `openFiles` is all that it may have open. */
export function beginServer(env: Record<string, string> = {}, { openFiles }: { openFiles?: number } = {}) {
	const [program = '', ...args] = openFiles
		? ['sh', '-c', `ulimit -n ${openFiles}; exec "$@"`, 'sh', process.execPath, 'server/main.ts']
		: [process.execPath, 'server/main.ts'];
	const child = spawn(program, args, {
		cwd: root,
		env: {
			...process.env,
			...UNSET,
			HOST: '127.0.0.1',
			PORT: '0',
			ADDRESS_HEADER,
			DATA_DIR: makeFolder(),
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.add(child);
	const ended = once(child, 'close').then(([code, signal]) => {
		running.delete(child);
		return { code: code as number | null, signal: signal as NodeJS.Signals | null };
	});
	let logged = '';
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (logged += text));
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
	return {
		pid: child.pid as number,
		/** What it wrote to standard error. */
		logged: () => logged,
		/** What it wrote to standard output. */
		said: () => said,
		/** Whether the process is still there. */
		alive: () => child.exitCode === null && child.signalCode === null,
		kill: (signal: NodeJS.Signals) => void child.kill(signal),
		ended,
		async stop() {
			child.kill('SIGKILL');
			await ended;
		}
	};
}

/** The built server in a process of its own, from when it takes requests. */
export async function startServer(...how: Parameters<typeof beginServer>) {
	const server = beginServer(...how);
	const port = await eventually(() => {
		const [, found] = /running at http:\/\/[^/]+:(\d+)/.exec(server.said()) ?? [];
		if (!found && server.alive()) throw new Error(`the server has not started:\n${server.logged()}`);
		return Number(found);
	});
	if (!port) throw new Error(`the server did not start:\n${server.logged()}`);
	return { ...server, base: `http://127.0.0.1:${port}`, port };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** Waits until something holds that comes by itself. */
export function eventually<T>(check: () => T | Promise<T>, timeout = 30_000): Promise<T> {
	return vi.waitFor(check, { timeout, interval: 50 });
}

export const statusOf = async (base: string, path: string) => (await ask(base, path)).status;

/** Does something for each of some, so many at a time. */
export async function inPool<T, R>(
	items: readonly T[],
	width: number,
	work: (item: T, index: number) => Promise<R>
): Promise<R[]> {
	const results: R[] = [];
	let next = 0;
	const worker = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await work(items[index] as T, index);
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	return results;
}
