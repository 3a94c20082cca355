// Several processes on one PostgreSQL behind nginx, beside one of them in the same run.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type TestPostgres } from '../../src/lib/server/db/postgres.fixture.ts';
import { cpuOf, cpuOfFamily, parentOf } from '../lib/processes.ts';
import { get, startServer } from '../lib/server.ts';
import type { CrowdReport } from './crowd.ts';
import { order } from './orders.ts';

const PEOPLE = Number(process.env['LOAD_NODES_PEOPLE'] ?? 3_000);
const WORKSHOPS = Number(process.env['LOAD_NODES_WORKSHOPS'] ?? 150);
const EACH = 20;

/** Where Debian has nginx, which is not on everybody's path. */
const PATH = `${process.env['PATH']}:/usr/sbin`;

const NOTIFYING_MS = 2_000;

/** As many as a process has, so that commits wait for each other as they would. */
const NOTIFYING_CONNECTIONS = 10;

/** What one process announces at most: it gathers for 20 ms (`db/postgres/announcer.ts`). */
const ANNOUNCEMENTS_A_SECOND = 50;

async function freePort(): Promise<number> {
	const taken = createServer().listen(0, '127.0.0.1');
	await once(taken, 'listening');
	const { port } = taken.address() as AddressInfo;
	await once(taken.close(), 'close');
	return port;
}

async function startNginx(ports: readonly number[]) {
	const folder = mkdtempSync(join(tmpdir(), 'no-strings-nginx-'));
	const port = await freePort();
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	// Unlike in the docs the visitor's address is believed: the generator makes them up.
	writeFileSync(
		join(folder, 'nginx.conf'),
		`daemon off; pid ${folder}/pid; error_log stderr crit;
		${process.getuid?.() === 0 ? 'user root;' : ''}
		events { worker_connections 12000; }
		http {
			access_log off;
			${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
			upstream nodes { ${ports.map((one) => `server 127.0.0.1:${one};`).join(' ')} keepalive 512; }
			server {
				listen 127.0.0.1:${port} backlog=4096;
				keepalive_requests 1000000;
				location / {
					proxy_pass http://nodes;
					proxy_http_version 1.1;
					proxy_set_header Host $host:$server_port;
					proxy_set_header Connection "";
					proxy_set_header X-Forwarded-For $http_x_forwarded_for;
				}
			}
		}`
	);
	const nginx = spawn('nginx', ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')], {
		env: { PATH },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const ended = once(nginx, 'close');
	for (let tries = 0; tries < 100; tries++) {
		const answer = await get(port, '/readyz').catch(() => null);
		if (answer?.status === 200) break;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		pid: nginx.pid as number,
		port,
		async stop() {
			nginx.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true });
		}
	};
}

/** Opens a connection, closes it after the work. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

const postmasterOf = (url: string) =>
	withClient(url, async (client) => {
		const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
		return parentOf(rows[0]?.pid as number);
	});

const connectionsTo = (url: string) =>
	withClient(url, async (client) => {
		const { rows } = await client.query<{ n: number }>(
			'select count(*)::integer - 1 as n from pg_stat_activity where datname = current_database()'
		);
		return rows[0]?.n as number;
	});

type Crowd = CrowdReport & { cpu: Record<string, { nodes: number[]; database: number; proxy: number }> };

async function measure(postgres: TestPostgres, count: number) {
	const url = await postgres.database();
	const servers: Awaited<ReturnType<typeof startServer>>[] = [];
	for (let i = 0; i < count; i++) servers.push(await startServer({ DATABASE_URL: url }));
	const proxy = await startNginx(servers.map(({ port }) => port));
	const postmaster = await postmasterOf(url);
	const look = () => ({
		nodes: servers.map(({ pid }) => cpuOf(pid)),
		database: cpuOfFamily(postmaster),
		proxy: cpuOfFamily(proxy.pid)
	});
	const cpu: Crowd['cpu'] = {};
	const crowd = await order<CrowdReport>({ run: 'crowd', port: proxy.port, people: PEOPLE }, (phase) => {
		cpu[phase] = look();
		return Promise.resolve();
	});
	const connections = await connectionsTo(url);
	const many = await order<{
		step: { p50: number; p99: number };
		answer: { p50: number; p95: number };
		errors: number;
	}>({ run: 'workshops', port: proxy.port, count: WORKSHOPS, people: EACH }, (phase) => {
		cpu[phase] = look();
		return Promise.resolve();
	});
	await proxy.stop();
	for (const server of servers) await server.stop();
	return { crowd, many, cpu, connections };
}

type Measured = Awaited<ReturnType<typeof measure>>;

function print(count: number, { crowd, many, cpu, connections }: Measured) {
	const spent = (from: string, to: string, answers: number) => {
		const [before, after] = [cpu[from], cpu[to]];
		if (!before || !after) return '';
		const each = (seconds: number) => ((1000 * seconds) / answers).toFixed(2);
		const nodes = after.nodes.map((one, i) => each(one - (before.nodes[i] ?? 0)));
		const database = each(after.database - before.database);
		return `${nodes.join(' + ')} ms in nodes, ${database} in PostgreSQL, ${each(after.proxy - before.proxy)} in nginx`;
	};
	const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
	console.log(`
${count === 1 ? 'one node' : `${count} nodes`} on one PostgreSQL behind nginx
  ${PEOPLE} people in one workshop
    joins               ${crowd.joinsPerSecond.toFixed(0)} a second
    step to people      p50 ${ms(crowd.step.p50)}, last ${ms(crowd.step.last)}
    answers in 2 s      p50 ${ms(crowd.answer.p50)}, p95 ${ms(crowd.answer.p95)}
    answers sustained   ${crowd.sustained.perSecond.toFixed(0)} a second while everybody listens, ${crowd.alone.perSecond.toFixed(0)} while nobody does
    an answer costs     ${spent('sustained', 'sustained:end', crowd.sustained.answers)}
      nobody listening  ${spent('alone', 'alone:end', crowd.alone.answers)}
    lines cut, all back ${ms(crowd.reconnected)}
    errors              ${crowd.errors}; acknowledged ${crowd.acknowledged}, counted ${crowd.counted}
  ${WORKSHOPS} workshops of ${EACH} at once
    step to people      p50 ${ms(many.step.p50)}, p99 ${ms(many.step.p99)}
    answers in 2 s      p50 ${ms(many.answer.p50)}, p95 ${ms(many.answer.p95)}
    an answer costs     ${spent('started', 'answered', WORKSHOPS * EACH)}
    errors              ${many.errors}
  connections           ${connections} to PostgreSQL`);
	if (crowd.errors + many.errors > 0 || crowd.counted < crowd.acknowledged) process.exitCode = 1;
}

/** Announces without pause, as so many processes do that all listen: commits with announcements wait for one lock. */
async function announcing(postgres: TestPostgres, listeners: number) {
	const url = await postgres.database();
	const listening = Array.from({ length: listeners }, () => new pg.Client({ connectionString: url }));
	for (const client of listening) {
		await client.connect();
		await client.query('listen no_strings_changed');
	}
	const pool = new pg.Pool({ connectionString: url, max: NOTIFYING_CONNECTIONS });
	const postmaster = await postmasterOf(url);
	const before = cpuOfFamily(postmaster);
	const until = performance.now() + NOTIFYING_MS;
	let sent = 0;
	await Promise.all(
		Array.from({ length: NOTIFYING_CONNECTIONS }, async () => {
			for (; performance.now() < until; sent++)
				await pool.query(`select pg_notify('no_strings_changed', $1)`, [`W${sent % 100}`]);
		})
	);
	const cost = (1e6 * (cpuOfFamily(postmaster) - before)) / sent;
	await pool.end();
	for (const client of listening) await client.end();
	const perSecond = (1000 * sent) / NOTIFYING_MS;
	console.log(
		`  ${String(listeners).padStart(2)} who listen         ${perSecond.toFixed(0)} commits with an announcement a second, ${cost.toFixed(0)} µs of PostgreSQL each; ${Math.floor(perSecond / ANNOUNCEMENTS_A_SECOND)} processes announce as many at most`
	);
}

export async function severalNodes(count: number): Promise<void> {
	if (spawnSync('nginx', ['-v'], { env: { PATH } }).error) {
		console.log(
			'\nNot measured with several nodes: there is no nginx here. Debian has it: apt-get install nginx'
		);
		return;
	}
	const postgres = await startPostgres();
	try {
		for (const nodes of [1, count]) print(nodes, await measure(postgres, nodes));
		console.log('\nannouncing alone, from ten connections');
		for (const listeners of [1, count, 10]) await announcing(postgres, listeners);
	} finally {
		await postgres.remove();
	}
}
