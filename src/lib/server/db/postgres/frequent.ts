import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Accepted, Asked, FrequentStatements, People } from '../store';
import { SAT_OUT, type Tables } from '../tables';

/** Every name of a workshop is the same parameter, so that each statement is for one shard. */
const COUNT_PEOPLE = `
	select
		(select count(*) from participant where workshop_id = $1) as joined,
		(
			select count(*) from participant as person
			where workshop_id = $1 and (
				away = 0 or exists (
					select from answer
					where workshop_id = $1 and round = $2 and scene = $3
						and participant_id = person.participant_id and rung != ${SAT_OUT}
				)
			)
		) as here,
		(
			select count(*) from answer
			where workshop_id = $1 and round = $2 and scene = $3 and rung != ${SAT_OUT}
		) as answered`;

/**
 * The row is locked by counting it up, and compared after the wait for the lock: no answer comes before that. A statement
 * that is read when nobody waits for it any more writes nothing: a later answer may stand there.
 */
const WRITE_ANSWERS = `
	with given as (
		select answer.*
		from unnest($4::integer[], $5::text[], $6::text[], $7::integer[]) as answer (round, scene, participant_id, rung)
		join participant on participant.workshop_id = $1 and participant.participant_id = answer.participant_id
	), held as (
		update workshop set version = version + 1
		where workshop_id = $1 and state = $2 and scenes = $3 and exists (select from given)
			and statement_timestamp() < $8
		returning workshop_id
	)
	insert into answer (workshop_id, round, scene, participant_id, rung)
	select held.workshop_id, given.round, given.scene, given.participant_id, given.rung from held cross join given
	on conflict (workshop_id, round, scene, participant_id) do update set rung = excluded.rung
	returning round, scene, participant_id`;

/** What a distributed database answers to a statement that it cannot send to one shard. */
const NOT_SUPPORTED = '0A000';

type Key = Pick<Tables['answer'], 'round' | 'scene' | 'participant_id'>;

const nameOf = ({ round, scene, participant_id }: Key) => `${round} ${scene} ${participant_id}`;

/** @param deadline when a statement that is sent now is given up, by the database's clock */
export function frequentStatements(pool: Pool, db: Kysely<Tables>, deadline: () => Date): FrequentStatements {
	let isSupported = true;

	async function countPeople({ workshop_id, round, scene }: Asked): Promise<People> {
		const values = [workshop_id, round, scene];
		const { rows } = await pool.query<People>({ name: 'count people', text: COUNT_PEOPLE, values });
		return rows[0] as People;
	}

	async function writeAnswers({ workshop_id, state, scenes, answers }: Accepted): Promise<boolean[] | null> {
		if (!isSupported) return null;
		const columns = (['round', 'scene', 'participant_id', 'rung'] as const).map((name) =>
			answers.map((answer) => answer[name])
		);
		const values = [workshop_id, state, scenes, ...columns, deadline()];
		try {
			const { rows } = await pool.query<Key>({ name: 'write answers', text: WRITE_ANSWERS, values });
			const stored = new Set(rows.map(nameOf));
			return stored.size === 0 ? null : answers.map((answer) => stored.has(nameOf(answer)));
		} catch (error) {
			if ((error as { code?: string }).code !== NOT_SUPPORTED) throw error;
			isSupported = false;
			return null;
		}
	}

	return {
		readWorkshops: (ids) =>
			ids.map((id) => db.selectFrom('workshop').selectAll().where('workshop_id', '=', id).executeTakeFirst()),
		countPeople: (asked) => asked.map(countPeople),
		writeAnswers: (bundle) => Promise.all(bundle.map(writeAnswers))
	};
}
