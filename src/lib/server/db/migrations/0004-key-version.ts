import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const keyVersion: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('workshop')
			.addColumn('key_version', 'integer', (column) => column.notNull().defaultTo(1))
			.execute();
	}
};
