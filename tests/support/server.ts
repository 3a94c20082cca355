import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADDRESS_HEADER } from './workshop-api';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the machine's own environment says is none of a test's business. */
const UNSET = {
	NODE_ENV: 'production',
	ORIGIN: '',
	PROTOCOL_HEADER: '',
	DATABASE_URL: '',
	WORKSHOP_PASSPHRASE: '',
	OPERATOR_NAME: '',
	OPERATOR_URL: '',
	SOURCE_URL: '',
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

type How = {
	/** All that it may have open. */
	openFiles?: number;
	/** What it is run by, such as `nice`, with arguments. */
	under?: readonly string[];
	/** Another program that says where it runs, such as `scripts/start.mjs`. */
	program?: string;
	/** Another checkout than this one. */
	folder?: string;
};

/** The built server in a process of its own, from its first moment on. */
export function beginServer(env: Record<string, string> = {}, how: How = {}) {
	const command = [...(how.under ?? []), process.execPath, how.program ?? 'server/main.ts'];
	const [program = '', ...args] = how.openFiles
		? ['sh', '-c', `ulimit -n ${how.openFiles}; exec "$@"`, 'sh', ...command]
		: command;
	const child = spawn(program, args, {
		cwd: how.folder ?? root,
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
	let listening: (port: number) => void;
	const port = new Promise<number>((resolve) => (listening = resolve));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (logged += text));
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		const [, found] = /running at http:\/\/[^/]+:(\d+)/.exec(said) ?? [];
		if (found) listening(Number(found));
	});
	return {
		pid: child.pid as number,
		/** What it wrote to standard error. */
		logged: () => logged,
		/** What it wrote to standard output. */
		said: () => said,
		/** Resolves when it takes requests. */
		port,
		/** Whether the process is still there. */
		alive: () => child.exitCode === null && child.signalCode === null,
		kill: (signal: NodeJS.Signals) => void child.kill(signal),
		ended,
		stop: (signal: NodeJS.Signals = 'SIGKILL') => {
			child.kill(signal);
			return ended;
		}
	};
}

/** The built server in a process of its own, from when it takes requests. */
export async function startServer(...how: Parameters<typeof beginServer>) {
	const server = beginServer(...how);
	const port = await Promise.race([server.port, server.ended.then(() => undefined)]);
	if (!port) throw new Error(`the server did not start:\n${server.logged()}`);
	return { ...server, base: `http://127.0.0.1:${port}`, port };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;
