import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startServer, type TestServer } from '../support/server';
import { ask, listen, type LiveWorkshop, type Visitor } from '../support/workshop-api';
import type { Lot } from '../system/support/random';
import { randomRequest } from '../system/support/random-request';
import type { mountSmallDisk } from '../system/support/small-disk';

/** Longer than the server waits for its database. */
const FROZEN_MS = 12_000;
const STUCK_MS = 6_000;
const FULL_MS = 3_000;
const WRONG_REQUESTS = 200;
const DROPPED_CLIENTS = 40;

export type Fault = {
	/** Whom it may disturb: everybody, one workshop, or nobody who is not its victim. */
	hits: 'everybody' | 'nobody' | LiveWorkshop;
	cause: () => Promise<void>;
};

type Scene = {
	lot: Lot;
	env: Record<string, string>;
	/** Its server is replaced at each restart, and keeps its port. */
	at: { server: TestServer };
	victims: { workshops: readonly LiveWorkshop[]; people: readonly Visitor[] };
	disk?: ReturnType<typeof mountSmallDisk>;
};

/** All faults that can be caused here, by name. */
export function faultsOf(scene: Scene): Record<string, Fault> {
	const { lot, env, at, victims, disk } = scene;
	const [victim] = victims.workshops as [LiveWorkshop];
	const restart = async (signal: NodeJS.Signals) => {
		await at.server.stop(signal);
		at.server = await startServer({ ...env, PORT: String(at.server.port) });
	};
	const faults: Record<string, Fault> = {
		'server ended by SIGTERM': { hits: 'everybody', cause: () => restart('SIGTERM') },
		'server ended by SIGKILL': { hits: 'everybody', cause: () => restart('SIGKILL') },
		'server frozen': {
			hits: 'everybody',
			async cause() {
				at.server.kill('SIGSTOP');
				await wait(1_000 + lot.below(3_000));
				at.server.kill('SIGCONT');
			}
		},
		'built anew': {
			hits: 'nobody',
			async cause() {
				const file = await builtFile(at.server.base);
				const building = spawn(process.execPath, ['--input-type=module', '-e', BUILD_ANEW], {
					stdio: 'inherit'
				});
				const [code] = (await once(building, 'close')) as [number];
				const { status } = await ask(at.server.base, file);
				if (code !== 0 || status !== 200)
					throw new Error(`building anew ended with ${code}, and ${file} was answered with ${status}`);
			}
		},
		'clients dropped': {
			hits: 'nobody',
			async cause() {
				const { base, port } = at.server;
				const streams = await Promise.all(
					Array.from({ length: DROPPED_CLIENTS }, () => listen(base, `${victim.path}/events`))
				);
				for (const stream of streams) stream.close();
				for (let i = 0; i < DROPPED_CLIENTS; i++) {
					const socket = connect(port, '127.0.0.1').on('error', () => undefined);
					await once(socket, 'connect');
					socket.write(`POST ${victim.path}/answers HTTP/1.1\r\nhost: x\r\ncontent-length: 90\r\n\r\n{"rou`);
					socket.resetAndDestroy();
				}
			}
		},
		'wrong requests': {
			hits: 'nobody',
			async cause() {
				const host = `127.0.0.1:${at.server.port}`;
				const addresses = Array.from({ length: 50 }, (_, i) => `192.0.2.${i}`);
				const material = { host, ...victims, addresses, canary: 'canarybird' };
				for (let i = 0; i < WRONG_REQUESTS; i++) {
					const socket = connect(at.server.port, '127.0.0.1').on('error', () => undefined);
					socket.end(randomRequest(lot, material).bytes, 'latin1').resume();
					const closed = once(socket, 'close');
					await Promise.race([closed, wait(500)]);
					socket.destroy();
				}
			}
		}
	};
	const url = env['DATABASE_URL'];
	if (url) Object.assign(faults, databaseFaults(url, lot, victim));
	if (disk?.folder)
		faults['disk full'] = {
			hits: 'everybody',
			async cause() {
				disk.fill();
				await wait(FULL_MS);
				disk.free();
			}
		};
	return faults;
}

/**
 * Publishes a build of other sources, and then the one of today again, as two starts with a change between them do. What is
 * made is copied: making it takes half a minute of both cores.
 */
const BUILD_ANEW = `
	import { cpSync, readFileSync, writeFileSync } from 'node:fs';
	import { randomBytes } from 'node:crypto';
	import { join } from 'node:path';
	import { Builds } from '${new URL('../../scripts/lib/builds.mjs', import.meta.url).href}';
	const builds = new Builds();
	const today = builds.current();
	const copy = async (folder) =>
		cpSync(today, folder, { recursive: true, filter: (path) => path !== join(today, 'users') });
	await builds.publish(randomBytes(32).toString('hex'), copy);
	await builds.publish(readFileSync(join(today, 'sources.sha256'), 'utf8'), copy);
`;

/** Finds a file that the build names, and that is read from its folder. */
async function builtFile(base: string): Promise<string> {
	const { text } = await ask(base, '/quiz/full');
	const [file] = /\/_app\/immutable\/[\w./-]+\.js/.exec(text) ?? [];
	if (!file) throw new Error('the page names no file of the build');
	return file;
}

function databaseFaults(url: string, lot: Lot, victim: LiveWorkshop): Record<string, Fault> {
	const withClient = async (work: (client: pg.Client) => Promise<void>) => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		try {
			await work(client);
		} finally {
			await client.end();
		}
	};
	const OTHERS = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
	return {
		'connections killed': {
			hits: 'everybody',
			cause: () =>
				withClient(async (client) => void (await client.query(`select pg_terminate_backend(pid) ${OTHERS}`)))
		},
		'database frozen': {
			hits: 'everybody',
			cause: () =>
				withClient(async (client) => {
					const { rows } = await client.query<{ pid: number }>(`select pid ${OTHERS}`);
					for (const { pid } of rows) process.kill(pid, 'SIGSTOP');
					await wait(lot.chance(0.5) ? 2_000 : FROZEN_MS);
					for (const { pid } of rows) process.kill(pid, 'SIGCONT');
				})
		},
		'one workshop stuck': {
			hits: victim,
			cause: () =>
				withClient(async (client) => {
					await client.query('begin');
					await client.query('select 1 from workshop where workshop_id = $1 for update', [victim.code]);
					// Somebody waits for its row all the while.
					await Promise.all([victim.seat().catch(() => null), wait(STUCK_MS)]);
					await client.query('rollback');
				})
		}
	};
}
