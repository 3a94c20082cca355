import type { Config } from '../config';
import { openPostgres } from './postgres/open';
import { openSqlite } from './sqlite/open';
import type { Store } from './store';

export {
	countedHere,
	locking,
	transact,
	type Accepted,
	type Asked,
	type Limit,
	type Listener,
	type People,
	type Store,
	type WorkshopRow
} from './store';
export { isCurrent } from './migrations';
export { SAT_OUT, type Tables } from './tables';

export function openStore({ databaseUrl, dataDir }: Config): Promise<Store> {
	return databaseUrl ? openPostgres(databaseUrl) : openSqlite(dataDir);
}
