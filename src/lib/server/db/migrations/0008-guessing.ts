import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether participants are asked what most people will have chosen; before, nobody was. */
export const guessing: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('workshop')
			.addColumn('guessing', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
	}
};
