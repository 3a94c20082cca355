// Many participants in one workshop, and many workshops: real HTTP, real event streams, a generator in its own process.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, rssOf } from './lib/processes.ts';
import { startServer } from './lib/server.ts';
import type { CrowdReport } from './load/crowd.ts';
import { compareWithLastRuns, type Figure } from './load/history.ts';
import { order, startFloor } from './load/orders.ts';

const SIZES = (process.env['LOAD_SIZES'] ?? '100,1000,2000,5000,10000').split(',').map(Number);

/** A PostgreSQL database to fill instead of a file of SQLite. */
const DATABASE_URL = process.env['LOAD_DATABASE_URL'] ?? '';

/** socket.io's clients cost so much that beyond this many the generator is what would be measured. */
const MOST_SOCKETS = 5_000;

const figures: Figure[] = [];

/** Keeps a figure for the next runs to be compared with. */
function keep(name: string, better: Figure['better'], value: number): void {
	if (Number.isFinite(value)) figures.push({ name, better, value });
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

async function oneWorkshop(people: number) {
	const dataDir = mkdtempSync(join(tmpdir(), 'no-strings-load-'));
	const server = await startServer({ DATA_DIR: dataDir, DATABASE_URL });
	const before = cpuOf(server.pid);
	const memory: Record<string, number> = {};
	const busy: Record<string, number> = {};
	const crowd = await order<CrowdReport>({ run: 'crowd', port: server.port, people }, async (phase) => {
		await server.collect();
		memory[phase] = rssOf(server.pid);
		busy[phase] = cpuOf(server.pid);
	});
	const cpu = cpuOf(server.pid) - before;
	const perListener = ((memory['listening'] ?? 0) - (memory['joined'] ?? 0)) / 1024 / people;
	/** Processor time of a thousand answers, in ms. */
	const perThousand = (phase: 'sustained' | 'alone') =>
		(1e6 * ((busy[`${phase}:end`] ?? 0) - (busy[phase] ?? 0))) / crowd[phase].answers;
	await server.stop();
	rmSync(dataDir, { recursive: true });

	const { child, port } = await startFloor('floor');
	const floor = await order<{ last: number }>({ run: 'floor', port, people });
	const sockets =
		people <= MOST_SOCKETS ? await order<{ last: number }>({ run: 'socketio', port, people }) : null;
	child.kill();

	const answers = await startFloor('answer-floor');
	const stored = await order<{ perSecond: number }>({ run: 'answerFloor', port: answers.port, people });
	answers.child.kill();

	const { step, answer } = crowd;
	const size = `${people} people`;
	keep(`${size}: joins a second`, 'higher', crowd.joinsPerSecond);
	keep(`${size}: a step by its floor`, 'lower', step.last / floor.last);
	keep(`${size}: answers in 2 s, p95 in ms`, 'lower', answer.p95);
	keep(`${size}: sustained answers by their floor`, 'higher', crowd.alone.perSecond / stored.perSecond);
	keep(`${size}: ms for 1,000 answers, all listening`, 'lower', perThousand('sustained'));
	keep(`${size}: ms for 1,000 answers, nobody listening`, 'lower', perThousand('alone'));
	keep(`${size}: ms until all are back`, 'lower', crowd.reconnected);
	keep(`${size}: KB a listener`, 'lower', perListener);
	console.log(`
${people} people in one workshop
  joins                 ${crowd.joinsPerSecond.toFixed(0)} a second
  step to people        p50 ${ms(step.p50)}, p95 ${ms(step.p95)}, p99 ${ms(step.p99)}, last ${ms(step.last)}
  the same bytes, last  node:http ${ms(floor.last)} (ratio ${(step.last / floor.last).toFixed(2)})${sockets ? `, socket.io ${ms(sockets.last)} (ratio ${(step.last / sockets.last).toFixed(2)})` : ''}
  answers in 2 s        p50 ${ms(answer.p50)}, p95 ${ms(answer.p95)}, p99 ${ms(answer.p99)}; ${answer.perSecond.toFixed(0)} a second
  answers sustained     ${crowd.sustained.perSecond.toFixed(0)} a second while everybody listens, ${crowd.alone.perSecond.toFixed(0)} while nobody does
  the same rows         ${stored.perSecond.toFixed(0)} a second by node:http and node:sqlite while nobody listens (ratio ${(crowd.alone.perSecond / stored.perSecond).toFixed(2)})
  1,000 answers cost    ${ms(perThousand('sustained'))} of processor time while everybody listens, ${ms(perThousand('alone'))} while nobody does
  lines cut, all back   ${ms(crowd.reconnected)}
  memory                ${perListener.toFixed(1)} KB a listener, ${((memory['listening'] ?? 0) / 2 ** 20).toFixed(0)} MB in all
  processor             ${cpu.toFixed(1)} s in all
  errors                ${crowd.errors}; acknowledged ${crowd.acknowledged}, counted ${crowd.counted}`);
	if (crowd.errors > 0 || crowd.counted < crowd.acknowledged) process.exitCode = 1;
}

async function manyWorkshops(count: number, people: number) {
	const dataDir = mkdtempSync(join(tmpdir(), 'no-strings-load-'));
	const server = await startServer({ DATA_DIR: dataDir, DATABASE_URL });
	const busy: Record<string, number> = {};
	const { step, answer, errors } = await order<{
		step: { p50: number; p99: number; heard: number };
		answer: { p50: number; p95: number };
		errors: number;
	}>({ run: 'workshops', port: server.port, count, people }, (phase) => {
		busy[phase] = cpuOf(server.pid);
		return Promise.resolve();
	});
	const perAnswer = (1000 * ((busy['answered'] ?? 0) - (busy['started'] ?? 0))) / (count * people);
	await server.stop();
	rmSync(dataDir, { recursive: true });
	const size = `${count} workshops of ${people}`;
	keep(`${size}: a step, p99 in ms`, 'lower', step.p99);
	keep(`${size}: answers in 2 s, p95 in ms`, 'lower', answer.p95);
	keep(`${size}: ms of an answer`, 'lower', perAnswer);
	console.log(`
${count} workshops of ${people}, all at once
  step to people        p50 ${ms(step.p50)}, p99 ${ms(step.p99)}; ${step.heard} of ${count * people} heard so far
  answers in 2 s        p50 ${ms(answer.p50)}, p95 ${ms(answer.p95)}
  an answer costs       ${perAnswer.toFixed(2)} ms of processor time, its share of steps and snapshots with it
  errors                ${errors}`);
	if (errors > 0) process.exitCode = 1;
}

const nodes = process.argv.indexOf('--nodes');
if (nodes !== -1) {
	// Brings a PostgreSQL, which the other measurements do without.
	const { severalNodes } = await import('./load/nodes.ts');
	await severalNodes(Number(process.argv[nodes + 1] ?? 3));
} else {
	for (const people of SIZES) if (people > 0) await oneWorkshop(people);
	await manyWorkshops(Number(process.env['LOAD_WORKSHOPS'] ?? 500), 20);
	// Another database, another processor or other code is another story.
	const kind = `${DATABASE_URL ? 'postgres' : 'sqlite'}-${cpus().length}`;
	if (!process.env['BENCH_ROOT'])
		compareWithLastRuns(fileURLToPath(new URL(`results/load-${kind}.json`, import.meta.url)), figures);
}
