import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether other sites may frame the screen; what was opened before never said so. */
export const framing: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('workshop')
			.addColumn('framing', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
	}
};
