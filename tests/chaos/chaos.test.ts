import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startPostgres, type TestPostgres } from '../../src/lib/server/db/postgres.fixture';
import { endServers, makeFolder, startServer } from '../support/server';
import { ask, LiveWorkshop } from '../support/workshop-api';
import { Lot } from '../system/support/random';
import { mountSmallDisk } from '../system/support/small-disk';
import { Crowd } from './crowd';
import { faultsOf } from './faults';

const MINUTES = Number(process.env['CHAOS_MINUTES'] ?? 3);
const SEED = Number(process.env['CHAOS_SEED'] ?? 1);
const DATABASES = (process.env['CHAOS_DATABASES'] ?? 'SQLite,PostgreSQL').split(',');
const CROWDS = 5;
/** So many answers are looked for at least, however slow the machine: of these one lost in two hundred is not missed. */
const ENOUGH_ANSWERS = 2_000;
/** After a fault for everybody, until things are as before: reconnecting and what queued up. */
const RECOVERY_MS = 5_000;
/** An answer that nothing hits is acknowledged within so many ms, on a machine that does all this beside. */
const UNDISTURBED_MS = 5_000;
const TO_FINISH_MS = 240_000;

let postgres: TestPostgres | undefined;
beforeAll(async () => {
	if (DATABASES.includes('PostgreSQL')) postgres = await startPostgres();
});
afterEach(endServers);
afterAll(() => postgres?.remove());

it.each(DATABASES)(
	'%s has all that was acknowledged, and whom nothing hits is undisturbed',
	{ timeout: MINUTES * 60_000 + TO_FINISH_MS },
	async (database) => {
		const lot = new Lot(SEED);
		const disk = database === 'SQLite' ? mountSmallDisk(48) : undefined;
		if (disk?.problem) console.log(`No full disk: none can be made here: ${disk.problem}`);
		onTestFinished(() => disk?.unmount?.());
		const env: Record<string, string> =
			database === 'SQLite'
				? { DATA_DIR: disk?.folder ?? makeFolder() }
				: { DATABASE_URL: (await postgres?.database()) ?? '' };
		const at = { server: await startServer(env) };
		const { base } = at.server;
		const crowds = await Promise.all(
			Array.from(
				{ length: CROWDS },
				async () => new Crowd(await LiveWorkshop.open(base), new Lot(lot.below(2 ** 31)))
			)
		);
		const victims = await Promise.all([LiveWorkshop.open(base), LiveWorkshop.open(base)]);
		const people = await Promise.all(victims.map((workshop) => workshop.seat()));
		for (const victim of victims) await victim.act('start');
		const faults = faultsOf({ lot, env, at, victims: { workshops: victims, people }, ...(disk && { disk }) });

		let isStopped = false;
		const playing = Promise.all(crowds.map((crowd) => crowd.play(() => isStopped)));
		const opened: LiveWorkshop[] = [];
		const opening = (async () => {
			while (!isStopped) {
				await LiveWorkshop.open(base).then(
					(workshop) => opened.push(workshop),
					() => undefined
				);
				await wait(1_000);
			}
		})();

		const caused: Record<string, number> = {};
		const windows: { from: number; to: number }[] = [];
		const end = Date.now() + MINUTES * 60_000;
		let names: string[] = [];
		const goingOn = playing.then(
			() => undefined,
			(loss: unknown) => {
				isStopped = true;
				return loss;
			}
		);
		while (Date.now() < end && !isStopped) {
			// Each kind comes once before one comes again.
			if (names.length === 0) names = Object.keys(faults);
			const [name = ''] = names.splice(lot.below(names.length), 1);
			const fault = faults[name];
			const from = Date.now();
			await fault?.cause();
			if (fault?.hits === 'everybody') windows.push({ from, to: Date.now() + RECOVERY_MS });
			caused[name] = (caused[name] ?? 0) + 1;
			await wait(1_000 + lot.below(4_000));
		}
		const looked = () => crowds.reduce((sum, { checked }) => sum + checked, 0);
		const isEnough = () => isStopped || looked() >= ENOUGH_ANSWERS;
		await expect.poll(isEnough, { timeout: TO_FINISH_MS / 2, interval: 500 }).toBe(true);
		isStopped = true;
		const loss = await goingOn;
		if (loss) throw loss as Error;
		await opening;
		for (const crowd of crowds) await crowd.check();
		for (const { path, code } of opened)
			expect((await ask(base, `${path}/state`)).status, `the workshop ${code}`).toBe(200);

		const sent = crowds.flatMap((crowd) => crowd.sent);
		const undisturbed = sent.filter(({ from, to }) =>
			windows.every((window) => to < window.from || from > window.to)
		);
		const slowest = Math.max(0, ...undisturbed.map(({ from, to }) => to - from));
		const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
		console.log(
			[
				`${database}, seed ${SEED}, ${MINUTES} minutes`,
				...Object.entries(caused).map(([name, times]) => `  ${name}: ${times}`),
				`  acknowledged: ${sent.length} answers, ${sum(crowds.map(({ steps }) => steps))} steps, ${opened.length + CROWDS} workshops`,
				`  looked for and there: ${looked()} answers, each when it was acknowledged and the last ones again`,
				`  answers sent again after a refusal: ${sent.filter(({ refused }) => refused > 0).length}`,
				`  undisturbed answers: ${undisturbed.length}, the slowest ${slowest} ms`
			].join('\n')
		);
		expect(undisturbed.filter(({ refused }) => refused > 0)).toEqual([]);
		expect(slowest).toBeLessThan(UNDISTURBED_MS);
	}
);
