import { spawn } from 'node:child_process';
import { Failure, root, toolEnv } from './tools.mjs';

/** Thrown when a signal (Ctrl-C, SIGTERM) ended a running command. */
export class Stopped extends Error {}

/** Ends with a message and code 1 on a `Failure`. @param {() => Promise<void>} script */
export async function main(script) {
	try {
		await script();
	} catch (error) {
		if (error instanceof Failure) {
			console.error(error.message);
			process.exitCode = 1;
		} else if (!(error instanceof Stopped)) {
			throw error;
		}
	}
}

const PATIENCE_MS = 10_000;
const ownGroup = process.platform !== 'win32';

/**
 * Runs a command in a process group of its own, so that a signal reaches everything that it starts.
 * @param {string | string[]} command for a shell, or a program and its arguments: some shells die of a signal first
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, output?: number | 'inherit' }} [options] output: a file descriptor
 * @returns {Promise<number>} its exit code
 */
export function run(command, { env = toolEnv(), cwd = root, output = 'inherit' } = {}) {
	return new Promise((resolve, reject) => {
		const [program = '', ...args] = [command].flat();
		const child = spawn(program, args, {
			cwd,
			env,
			shell: typeof command === 'string',
			detached: ownGroup,
			stdio: ['ignore', output, output]
		});
		/** @type {NodeJS.Timeout | undefined} */
		let deadline;

		/** @param {NodeJS.Signals} signal */
		const send = (signal) => {
			try {
				if (ownGroup && child.pid) process.kill(-child.pid, signal);
				else child.kill(signal);
			} catch {
				// It has ended by itself.
			}
		};
		/** @param {NodeJS.Signals} signal */
		const stop = (signal) => {
			deadline ??= setTimeout(() => send('SIGKILL'), PATIENCE_MS);
			send(signal);
		};
		const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
		for (const signal of signals) process.on(signal, stop);

		child.on('error', reject);
		child.on('close', (code) => {
			for (const signal of signals) process.off(signal, stop);
			clearTimeout(deadline);
			if (deadline) reject(new Stopped());
			else resolve(code ?? 1);
		});
	});
}
