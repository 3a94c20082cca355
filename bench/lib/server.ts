import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `BENCH_ROOT` names another checkout with a build of its own, to run old and new code in turns. */
const own = new URL('../../', import.meta.url);
const root = process.env['BENCH_ROOT'] ? pathToFileURL(`${process.env['BENCH_ROOT']}/`) : own;

/** A folder that gets a profile of each server. */
const PROFILES = process.env['BENCH_PROFILES'];

/** How late the event loop was since the last reset, and what the process holds. */
export type Lateness = {
	p50: number;
	p99: number;
	max: number;
	/** Most processor time that one turn of the loop took, in ms; 0 before `watch`. What else the machine does hardly changes it. */
	longest: number;
	rss: number;
};

/** The built server as `npm start` runs it, on a free port. */
export async function startServer(env: Record<string, string> = {}) {
	const child = fork(fileURLToPath(new URL('server/main.ts', root)), {
		cwd: fileURLToPath(root),
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: '0',
			ORIGIN: '',
			PROTOCOL_HEADER: '',
			DATABASE_URL: '',
			ADDRESS_HEADER: 'x-forwarded-for',
			...env
		},
		execArgv: [
			'--expose-gc',
			...['--import', new URL('bench/lib/event-loop.mjs', own).href],
			...(PROFILES ? ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`] : [])
		],
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	let said = '';
	for await (const text of child.stdout?.setEncoding('utf8').iterator({ destroyOnReturn: false }) ?? []) {
		said += String(text);
		if (said.includes('\n')) break;
	}
	child.stdout?.resume();
	return {
		pid: child.pid as number,
		port: Number(/:(\d+)\n/.exec(said)?.[1]),
		reset: () => void child.send('reset'),
		watch: () => void child.send('watch'),
		/** Frees what can be freed, so that what is held then is really held. */
		async collect() {
			child.send('collect');
			await once(child, 'message');
		},
		async lateness() {
			child.send('read');
			const [answer] = (await once(child, 'message')) as [Lateness];
			return answer;
		},
		async stop() {
			child.kill('SIGTERM');
			await once(child, 'exit');
		}
	};
}

let visitors = 0;

/** One request of somebody who was never here, so that no limit is met; gives status and bytes. */
export function get(port: number, path: string, headers: OutgoingHttpHeaders = {}, agent?: Agent) {
	return new Promise<{ status: number; bytes: number }>((resolve, reject) => {
		const sent = request(
			{
				host: '127.0.0.1',
				port,
				path,
				headers: { 'x-forwarded-for': addressOf(visitors++), ...headers },
				...(agent ? { agent } : {})
			},
			(response) => {
				let bytes = 0;
				response.on('data', (chunk: Buffer) => (bytes += chunk.length));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
				response.on('error', reject);
			}
		);
		sent.on('error', reject).end();
	});
}

/** An address of somebody among many who do not sit behind one router. */
export const addressOf = (person: number) =>
	`10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`;

/** Asks for the same thing over and over on some connections; gives answers per second. */
export async function throughput(port: number, path: string, { connections = 16, seconds = 4 } = {}) {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	let answers = 0;
	let until = Infinity;
	const ask = async () => {
		while (performance.now() < until) {
			const { status } = await get(port, path, {}, agent);
			if (status !== 200) throw new Error(`${path} answered ${status}`);
			answers++;
		}
	};
	const everybody = Array.from({ length: connections }, ask);
	// The first second warms up.
	await new Promise((resolve) => setTimeout(resolve, 1000));
	answers = 0;
	const start = performance.now();
	until = start + seconds * 1000;
	await Promise.all(everybody);
	agent.destroy();
	return answers / ((performance.now() - start) / 1000);
}
