import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The version of the key that a workshop was opened in. Those that were open before there were two keep the first. */
export const keyVersion: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('workshop')
			.addColumn('key_version', 'integer', (column) => column.notNull().defaultTo(1))
			.execute();
	}
};
