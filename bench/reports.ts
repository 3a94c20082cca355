// Reports of a very large workshop, asked for at once: how long everybody else waits meanwhile.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { printAim } from './lib/numbers.ts';
import { get, startServer } from './lib/server.ts';
import { openWorkshop, step } from './load/crowd.ts';

const PEOPLE = Number(process.env['REPORT_PEOPLE'] ?? 20_000);

const REPORTS = 6;

const MOST_DELAY_MS = 100;

const BETWEEN_LOOKS_MS = 5;

/** So long the machine is looked at by itself: what it adds is not ours. */
const IDLE_MS = 3_000;

const LANGUAGES = ['en', 'es', 'ar'];

type Workshop = Awaited<ReturnType<typeof openWorkshop>>;

/** Seats a crowd and lets it answer every scene: through the server that would take minutes. */
function fill(folder: string, code: string, scenes: readonly string[]) {
	const database = new DatabaseSync(join(folder, 'no-strings.db'));
	const seat = database.prepare(
		'insert into participant (workshop_id, participant_id, language, made_up) values (?, ?, ?, 0)'
	);
	const answer = database.prepare('insert into answer values (?, 1, ?, ?, ?)');
	database.exec('begin');
	for (let person = 0; person < PEOPLE; person++) {
		const id = createHash('sha256').update(randomBytes(18)).digest('hex');
		seat.run(code, id, LANGUAGES[person % LANGUAGES.length] as string);
		scenes.forEach((scene, i) => answer.run(code, scene, id, (person * (i + 1) + (person >> 3)) % 5));
	}
	database.exec('commit');
	database.close();
}

async function hold(port: number, workshop: Workshop) {
	let { snapshot } = await step(port, workshop, 'start', 1);
	const act = async (action: string) => ({ snapshot } = await step(port, workshop, action, snapshot.step));
	for (const [i] of snapshot.scenes.entries()) {
		await act('close');
		await act('reveal');
		await act(i + 1 < snapshot.scenes.length ? 'next' : 'end');
	}
}

/** Looks at `/healthz` again and again until the work is done; returns how long it took, and each delay, in ms. */
async function meanwhile(port: number, work: () => Promise<unknown>) {
	const began = performance.now();
	const delays: number[] = [];
	let done = false;
	const working = work().finally(() => (done = true));
	while (!done) {
		const asked = performance.now();
		await get(port, '/healthz');
		delays.push(performance.now() - asked);
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
	}
	await working;
	return { took: performance.now() - began, worst: Math.max(...delays), looks: delays.length };
}

async function measure() {
	const folder = mkdtempSync(join(tmpdir(), 'no-strings-reports-'));
	const env = { DATA_DIR: folder };
	let server = await startServer(env);
	const workshop = await openWorkshop(server.port, { rows: true });
	const state = await fetch(`http://127.0.0.1:${server.port}/w/${workshop.code}/state`);
	const { snapshot } = (await state.json()) as { snapshot: { scenes: string[] } };
	await server.stop();
	fill(folder, workshop.code, snapshot.scenes);
	server = await startServer(env);

	const ask = (path: string) => async () => {
		const { status } = await get(server.port, `/w/${workshop.code}/host/report${path}`, {
			cookie: workshop.host
		});
		if (status !== 200) throw new Error(`${path} answered ${status}`);
	};
	server.watch();
	const many = (path: string) => () => Promise.all(Array.from({ length: REPORTS }, ask(path)));
	const idle = () => new Promise((resolve) => setTimeout(resolve, IDLE_MS));
	const worsts: number[] = [];
	for (const [name, work] of [
		['nothing', idle],
		['the workshop, to its end', () => hold(server.port, workshop)],
		[`${REPORTS} reports at once`, many('/report.json')],
		[`${REPORTS} reports once more`, many('/report.json')],
		[`${REPORTS} tables of rows`, many('/rows.csv')]
	] as const) {
		server.reset();
		const { took, worst, looks } = await meanwhile(server.port, work);
		const { longest } = await server.lateness();
		if (work !== idle) worsts.push(worst);
		console.log(
			`${name.padEnd(26)} ${took.toFixed(0)} ms; /healthz at most ${worst.toFixed(0)} ms late (${looks} looks); ` +
				`longest turn ${longest.toFixed(0)} ms of processor time; load ${loadavg()[0]?.toFixed(1)}`
		);
	}
	await server.stop();
	rmSync(folder, { recursive: true });
	printAim(
		`/healthz under ${MOST_DELAY_MS} ms with reports of ${PEOPLE} people`,
		`${Math.max(...worsts).toFixed(0)} ms`,
		Math.max(...worsts) < MOST_DELAY_MS
	);
}

await measure();
