import { readConfig } from './config';
import { openStore, type Store } from './db';
import { Hub } from './live';
import { logError } from './log';
import { Workshops } from './workshop/workshops';

/** How often workshops whose time is up are looked for, in ms. */
const CLEANING_MS = 10 * 60 * 1000;

type House = { workshops: Workshops; hub: Hub; store: Store };

/** One per process, opened at its start. The one thing here that changes: before, there is nothing to serve. */
let house: House | null = null;

/** Opens the database and begins to listen and to clean up. Called once, before the first request. */
export async function openHouse(): Promise<void> {
	const config = readConfig(process.env);
	const store = await openStore(config);
	const workshops = new Workshops({ store, now: Date.now }, config.workshopPassphrase);
	const hub = new Hub((code) => workshops.snapshots(code));
	workshops.listen((code) => hub.wake(code));
	house = { workshops, hub, store };

	const clean = () => void workshops.deleteExpired().catch(logError);
	clean();
	setInterval(clean, CLEANING_MS).unref();
	// An open stream would keep the server from stopping, so streams end on the signal itself.
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => hub.close());
	process.once('sveltekit:shutdown' as 'exit', () => void store.close().catch(logError));
}

/** The use cases of workshops. */
export function workshops(): Workshops {
	return opened().workshops;
}

/** Who listens. */
export function hub(): Hub {
	return opened().hub;
}

function opened(): House {
	if (!house) throw new Error('the house is not open yet');
	return house;
}
