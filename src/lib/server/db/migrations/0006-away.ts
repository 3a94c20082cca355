import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Marks seats whose holder is not connected; when that began is stored nowhere. */
export const away: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('participant')
			.addColumn('away', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
	}
};
