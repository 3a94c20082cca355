import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { workshops } from './0001-workshops';
import { limits } from './0002-limits';
import { noOrder } from './0003-no-order';
import { keyVersion } from './0004-key-version';

/** In order; what has run somewhere is never changed, only followed. */
const migrations = {
	'0001-workshops': workshops,
	'0002-limits': limits,
	'0003-no-order': noOrder,
	'0004-key-version': keyVersion
};

/** Brings a database up to today's shape. Safe where several processes start together: the first one does it. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw new Error('the database could not be brought up to date', { cause: error });
}
