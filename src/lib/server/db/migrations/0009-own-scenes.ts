import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const ownScenes: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('own_scenes')
			.addColumn('workshop_id', 'text', (column) => column.primaryKey())
			.addColumn('scenes', 'text', (column) => column.notNull())
			.execute();
	}
};
