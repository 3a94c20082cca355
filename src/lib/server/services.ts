import { randomBytes } from 'node:crypto';
import { readConfig, type Config } from './config';
import { isCurrent, openStore, type Store } from './db';
import { Attendance, Hub } from './live';
import { log, logError } from './log';
import { Metrics } from './metrics';
import { Limits } from './security/limits';
import { RETENTION } from './retention';
import { StartProblem } from './start-problem';
import { Refusal } from './refusal';
import { startReckoning } from './workshop/reckon';
import { Workshops } from './workshop/workshops';

const RETRY_MS = 2_000;

type WorkshopServices = {
	workshops: Workshops;
	hub: Hub;
	attendance: Attendance;
	store: Store;
	limits: Limits;
};

type Services = { config: Config; metrics: Metrics; workshop: WorkshopServices | null; stopping: boolean };

/** One per process, opened at its start. */
let services: Services | null = null;

/**
 * Opens the database and begins to listen and to clean up. Where a database on another machine does not answer, the
 * quiz is served all the same, and workshops follow when it does.
 * @throws StartProblem for a database that answers and cannot be used
 */
export async function openServices(): Promise<void> {
	const config = readConfig(process.env);
	const opened: Services = {
		config,
		metrics: new Metrics(() => opened.workshop?.hub.size ?? 0),
		workshop: null,
		stopping: false
	};
	services = opened;
	// An open stream would keep the server from stopping.
	process.once('no-strings:stopping' as 'exit', () => {
		opened.stopping = true;
		opened.workshop?.hub.close();
		opened.workshop?.attendance.close();
	});
	process.once('sveltekit:shutdown' as 'exit', () => void opened.workshop?.store.close().catch(logError));

	await openWorkshops(opened).catch((reason: unknown) => {
		if (reason instanceof StartProblem) throw reason;
		retry(opened, reason);
	});
}

async function openWorkshops(opened: Services): Promise<void> {
	const { config } = opened;
	const store = await openStore(config);
	const reckon = await startReckoning();
	const workshops = new Workshops({ store, now: Date.now, reckon }, config.workshopPassphrase);
	const hub = new Hub((code) => workshops.snapshots(code));
	workshops.listen((code) => hub.wake(code));
	const attendance = new Attendance((code, here, away) => workshops.markPresence(code, here, away));
	// Where others share the database, theirs are here too: each knows only its own.
	if (!store.locksRows)
		for (const { code, participant } of await workshops.seatsHere()) attendance.expect(code, participant);
	const limits = new Limits(store, config.databaseUrl ?? randomBytes(32).toString('hex'));
	opened.workshop = { workshops, hub, attendance, store, limits };

	const clean = () => void store.alone(async () => void (await workshops.deleteExpired())).catch(logError);
	clean();
	setInterval(clean, RETENTION.cleaningMinutes * 60 * 1000).unref();
}

function retry(opened: Services, reason: unknown): void {
	log.warn({ err: reason }, 'the database does not answer; workshops wait for it');
	setTimeout(() => {
		if (!opened.stopping) openWorkshops(opened).catch((next: unknown) => retry(opened, next));
	}, RETRY_MS).unref();
}

export function workshops(): Workshops {
	return workshopServices().workshops;
}

export function hub(): Hub {
	return workshopServices().hub;
}

export function attendance(): Attendance {
	return workshopServices().attendance;
}

export function limits(): Limits {
	return workshopServices().limits;
}

export function metrics(): Metrics {
	return opened().metrics;
}

export function config(): Config {
	return opened().config;
}

/** Whether this process should get requests: its database answers and is of its version, and it is not about to stop. */
export async function isReady(): Promise<boolean> {
	const { workshop, stopping } = opened();
	if (!workshop || stopping) return false;
	return isCurrent(workshop.store).catch(() => false);
}

function workshopServices(): WorkshopServices {
	const { workshop } = opened();
	if (!workshop) throw new Refusal('unavailable');
	return workshop;
}

function opened(): Services {
	if (!services) throw new Error('the services are not open yet');
	return services;
}
