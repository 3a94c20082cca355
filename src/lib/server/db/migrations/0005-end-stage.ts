import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Calls the last stage `end`. The new names of a column and a table stop nodes of earlier versions, which would show
 * pictures by older rules: to them the database is away, so they answer 503 and are not ready.
 */
export const endStage: Migration = {
	async up(db: Kysely<unknown>) {
		await sql`
			update workshop set
				session = replace(session, '"stage":"room"', '"stage":"end"'),
				undoable = replace(undoable, '"stage":"room"', '"stage":"end"')`.execute(db);
		await db.schema.alterTable('workshop').renameColumn('session', 'state').execute();
		await db.schema.alterTable('gone').renameTo('deleted_workshop').execute();
	}
};
