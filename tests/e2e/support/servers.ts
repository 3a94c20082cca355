import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the machine's own environment says is none of a test's business. */
const UNSET = {
	ORIGIN: '',
	PROTOCOL_HEADER: '',
	DATABASE_URL: '',
	WORKSHOP_PASSPHRASE: '',
	OPERATOR_NAME: '',
	OPERATOR_URL: '',
	SOURCE_URL: ''
};

/**
 * Starts the server as `npm start` does, and collects what it says.
 * @param program another one is the server itself, which then is the process that can be killed
 */
export function start(env: Record<string, string>, program = 'scripts/start.mjs') {
	const child = spawn('node', [program], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: '0',
			...UNSET,
			DATA_DIR: mkdtempSync(join(tmpdir(), 'no-strings-server-')),
			...env
		}
	});
	const ended = once(child, 'close').then(([code]) => code as number | null);
	let said = '';
	child.stdout.on('data', (text: Buffer) => (said += text.toString()));
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	return { child, ended, said: () => said };
}

export async function startAndListen(env: Record<string, string> = {}, program?: string) {
	const server = start(env, program);
	await expect.poll(server.said).toContain('No Strings is running at');
	const port = Number(/running at http:\/\/[^/]+:(\d+)/.exec(server.said())?.[1]);
	return { ...server, port };
}

/**
 * Somebody else's site, of one page. Under `127.0.0.1` it is to a browser another site than the quiz under
 * `localhost`, under that name only another origin.
 */
export async function startBlog(host: '127.0.0.1' | 'localhost' = '127.0.0.1') {
	let post = '';
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1>${post}</html>`);
	});
	await once(server.listen(0, host), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://${host}:${port}/`,
		write: (html: string) => void (post = html),
		stop: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		}
	};
}

export type Blog = Awaited<ReturnType<typeof startBlog>>;
