import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Store } from '../store';
import { workshops } from './0001-workshops';
import { limits } from './0002-limits';
import { noOrder } from './0003-no-order';
import { keyVersion } from './0004-key-version';
import { endStage } from './0005-end-stage';
import { away } from './0006-away';
import { framing } from './0007-framing';
import { guessing } from './0008-guessing';
import { ownScenes } from './0009-own-scenes';

/** Released migrations never change. */
const migrations = {
	'0001-workshops': workshops,
	'0002-limits': limits,
	'0003-no-order': noOrder,
	'0004-key-version': keyVersion,
	'0005-end-stage': endStage,
	'0006-away': away,
	'0007-framing': framing,
	'0008-guessing': guessing,
	'0009-own-scenes': ownScenes
};

/** Safe where several processes start together: Kysely takes a lock. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw new Error('the database could not be brought up to date', { cause: error });
}

/** Whether no later version has changed the database; one that has may have given its columns another meaning. */
export async function isCurrent({ db }: Pick<Store, 'db'>): Promise<boolean> {
	const { rows } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db);
	return rows[0]?.name === Object.keys(migrations).at(-1);
}
