import { randomBytes } from 'node:crypto';
import { readConfig, type Config } from './config';
import { openStore, type Store } from './db';
import { Hub } from './live';
import { log, logError } from './log';
import { Metrics } from './metrics';
import { Limits } from './security/limits';
import { Refusal } from './workshop/refusal';
import { Workshops } from './workshop/workshops';

/** How often workshops whose time is up are looked for, in ms. */
const CLEANING_MS = 10 * 60 * 1000;

/** Between two attempts to reach a database that was not there at the start, in ms. */
const RETRY_MS = 2_000;

type Rooms = { workshops: Workshops; hub: Hub; store: Store; limits: Limits };

type House = { config: Config; metrics: Metrics; rooms: Rooms | null; stopping: boolean };

/** One per process, opened at its start. */
let house: House | null = null;

/**
 * Opens the database and begins to listen and to clean up. Called once, before the first request. Where a database on
 * another machine does not answer, the quiz is served all the same, and workshops follow when it does.
 * @throws what a file on this machine says that cannot be opened
 */
export async function openHouse(): Promise<void> {
	const config = readConfig(process.env);
	const opened: House = {
		config,
		metrics: new Metrics(() => opened.rooms?.hub.size ?? 0),
		rooms: null,
		stopping: false
	};
	house = opened;
	// An open stream would keep the server from stopping, so streams end on the signal itself.
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
		process.once(signal, () => {
			opened.stopping = true;
			opened.rooms?.hub.close();
		});
	process.once('sveltekit:shutdown' as 'exit', () => void opened.rooms?.store.close().catch(logError));

	if (config.databaseUrl) await openRooms(opened).catch((reason: unknown) => retry(opened, reason));
	else await openRooms(opened);
}

async function openRooms(opened: House): Promise<void> {
	const { config } = opened;
	const store = await openStore(config);
	const workshops = new Workshops({ store, now: Date.now }, config.workshopPassphrase);
	const hub = new Hub((code) => workshops.snapshots(code));
	workshops.listen((code) => hub.wake(code));
	const limits = new Limits(store, config.databaseUrl ?? randomBytes(32).toString('hex'));
	opened.rooms = { workshops, hub, store, limits };

	const clean = () => void store.alone(async () => void (await workshops.deleteExpired())).catch(logError);
	clean();
	setInterval(clean, CLEANING_MS).unref();
}

function retry(opened: House, reason: unknown): void {
	log.warn({ err: reason }, 'the database does not answer; workshops wait for it');
	setTimeout(() => {
		if (!opened.stopping) openRooms(opened).catch((next: unknown) => retry(opened, next));
	}, RETRY_MS).unref();
}

/** The use cases of workshops. */
export function workshops(): Workshops {
	return roomsOf().workshops;
}

/** Who listens. */
export function hub(): Hub {
	return roomsOf().hub;
}

/** What addresses may do. */
export function limits(): Limits {
	return roomsOf().limits;
}

/** Figures for whoever runs the server. */
export function metrics(): Metrics {
	return opened().metrics;
}

/** How the server is set up. */
export function config(): Config {
	return opened().config;
}

/** Whether this process should get requests: its database answers, and it is not about to stop. */
export async function isReady(): Promise<boolean> {
	const { rooms, stopping } = opened();
	if (!rooms || stopping) return false;
	return rooms.store.db
		.selectFrom('gone')
		.select('workshop_id')
		.limit(1)
		.execute()
		.then(
			() => true,
			() => false
		);
}

function roomsOf(): Rooms {
	const { rooms } = opened();
	if (!rooms) throw new Refusal('unavailable');
	return rooms;
}

function opened(): House {
	if (!house) throw new Error('the house is not open yet');
	return house;
}
