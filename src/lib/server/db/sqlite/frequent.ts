import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Accepted, FrequentStatements, People, WorkshopRow } from '../store';
import { SAT_OUT, type Tables } from '../tables';

/** Statements that stay prepared, and run one after the other without giving the thread away. */
export function frequentStatements(database: DatabaseSync, db: Kysely<Tables>): FrequentStatements {
	const readWorkshop = database.prepare('select * from workshop where workshop_id = ?');
	const countPeople = database.prepare(`
		select
			(select count(*) from participant where workshop_id = :workshop_id) as joined,
			(
				select count(*) from participant as person
				where workshop_id = :workshop_id and (
					away = 0 or exists (
						select 1 from answer
						where workshop_id = :workshop_id and round = :round and scene = :scene
							and participant_id = person.participant_id and rung != ${SAT_OUT}
					)
				)
			) as here,
			(
				select count(*) from answer
				where workshop_id = :workshop_id and round = :round and scene = :scene and rung != ${SAT_OUT}
			) as answered`);
	const isUnchanged = database.prepare(
		'select 1 from workshop where workshop_id = ? and state = ? and scenes = ?'
	);
	const writeAnswer = database.prepare(`
		insert into answer (workshop_id, round, scene, participant_id, rung)
		select workshop_id, ?, ?, participant_id, ? from participant where workshop_id = ? and participant_id = ?
		on conflict (workshop_id, round, scene, participant_id) do update set rung = excluded.rung`);
	const countChange = database.prepare('update workshop set version = version + 1 where workshop_id = ?');

	function writeAccepted({ workshop_id, state, scenes, answers }: Accepted): boolean[] | null {
		if (!isUnchanged.get(workshop_id, state, scenes)) return null;
		const stored = answers.map(
			({ round, scene, participant_id, rung }) =>
				writeAnswer.run(round, scene, rung, workshop_id, participant_id).changes !== 0
		);
		if (stored.includes(true)) countChange.run(workshop_id);
		return stored;
	}

	function inTransaction<T>(work: () => T): T {
		database.exec('begin');
		try {
			const result = work();
			database.exec('commit');
			return result;
		} catch (error) {
			// A full disk ends the transaction by itself.
			if (database.isTransaction) database.exec('rollback');
			throw error;
		}
	}

	/** There is one connection: what others do in a transaction of theirs must not be read, nor committed. */
	const alone = <T>(work: () => T) => db.connection().execute(() => Promise.try(work));

	function each<Key, Value>(keys: readonly Key[], read: (key: Key) => Value): Promise<Value>[] {
		const values = alone(() => keys.map(read));
		return keys.map(async (_, i) => (await values)[i] as Value);
	}

	return {
		readWorkshops: (ids) => each(ids, (id) => readWorkshop.get(id) as WorkshopRow | undefined),
		countPeople: (asked) => each(asked, (one) => countPeople.get(one) as People),
		writeAnswers: (bundle) => alone(() => inTransaction(() => bundle.map(writeAccepted)))
	};
}
