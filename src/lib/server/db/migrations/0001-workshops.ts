import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const workshops: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('workshop')
			.addColumn('workshop_id', 'text', (column) => column.primaryKey())
			.addColumn('host_hash', 'text', (column) => column.notNull())
			.addColumn('title', 'text', (column) => column.notNull())
			.addColumn('language', 'text', (column) => column.notNull())
			.addColumn('scenes', 'text', (column) => column.notNull())
			.addColumn('pace', 'text', (column) => column.notNull())
			.addColumn('smallest_group', 'integer', (column) => column.notNull())
			.addColumn('keep_rows', 'integer', (column) => column.notNull())
			.addColumn('delete_after', 'bigint', (column) => column.notNull())
			.addColumn('rehearsal', 'integer', (column) => column.notNull())
			.addColumn('session', 'text', (column) => column.notNull())
			.addColumn('undoable', 'text')
			.addColumn('step', 'integer', (column) => column.notNull())
			.addColumn('version', 'bigint', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('participant')
			.addColumn('workshop_id', 'text', (column) => column.notNull())
			.addColumn('participant_id', 'text', (column) => column.notNull())
			.addColumn('language', 'text', (column) => column.notNull())
			.addColumn('made_up', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('participant_key', ['workshop_id', 'participant_id'])
			.execute();
		await db.schema
			.createTable('answer')
			.addColumn('workshop_id', 'text', (column) => column.notNull())
			.addColumn('round', 'integer', (column) => column.notNull())
			.addColumn('scene', 'text', (column) => column.notNull())
			.addColumn('participant_id', 'text', (column) => column.notNull())
			.addColumn('rung', 'integer', (column) => column.notNull())
			.addPrimaryKeyConstraint('answer_key', ['workshop_id', 'round', 'scene', 'participant_id'])
			.execute();
		await db.schema
			.createTable('gone')
			.addColumn('workshop_id', 'text', (column) => column.primaryKey())
			.addColumn('forget_after', 'bigint', (column) => column.notNull())
			.execute();
		await db.schema.createIndex('workshop_by_deletion').on('workshop').column('delete_after').execute();
	}
};
