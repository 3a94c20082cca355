import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const limits: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('rate_limit')
			.addColumn('key', 'varchar(255)', (column) => column.primaryKey())
			.addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
			.addColumn('expire', 'bigint')
			.execute();
	}
};
