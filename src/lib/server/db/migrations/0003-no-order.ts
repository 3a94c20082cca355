import { SqliteAdapter, sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Drops SQLite's row numbers, which tell who answered before whom: rows then lie in the order of their keys, hashes. */
export const noOrder: Migration = {
	async up(db: Kysely<unknown>) {
		if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return;
		await sql`
			create table participant_by_key (
				workshop_id text not null,
				participant_id text not null,
				language text not null,
				made_up integer not null,
				primary key (workshop_id, participant_id)
			) without rowid`.execute(db);
		await sql`
			create table answer_by_key (
				workshop_id text not null,
				round integer not null,
				scene text not null,
				participant_id text not null,
				rung integer not null,
				primary key (workshop_id, round, scene, participant_id)
			) without rowid`.execute(db);
		for (const table of ['participant', 'answer']) {
			const [old, fresh] = [sql.table(table), sql.table(`${table}_by_key`)];
			await sql`insert into ${fresh} select * from ${old} order by 1, 2, 3, 4`.execute(db);
			await sql`drop table ${old}`.execute(db);
			await sql`alter table ${fresh} rename to ${old}`.execute(db);
		}
	}
};
