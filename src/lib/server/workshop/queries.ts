import type { Kysely } from 'kysely';
import type { Counts, Replies } from '../../group';
import type { Language, Rung, ScenarioId } from '../../questions';
import type { Answers } from '../../scoring';
import { SAT_OUT, type Tables } from '../db';
import type { Workshop } from './record';

type Db = Kysely<Tables>;

export const NOBODY: Counts = [0, 0, 0, 0, 0];

export async function countJoined(db: Db, code: string): Promise<number> {
	const { people } = await db
		.selectFrom('participant')
		.select(({ fn }) => fn.countAll<number>().as('people'))
		.where('workshop_id', '=', code)
		.executeTakeFirstOrThrow();
	return people;
}

/** Counts who answered the scene at hand; in a free workshop that is open, who answered all scenes. */
export async function countAnswered(db: Db, { code, session, scenes, pace }: Workshop): Promise<number> {
	if (session.stage !== 'scene') return 0;
	const answers = db
		.selectFrom('answer')
		.where('workshop_id', '=', code)
		.where('round', '=', session.round)
		.where('rung', '!=', SAT_OUT);
	if (pace === 'led' || session.statuses[session.at] === 'revealed') {
		const { people } = await answers
			.where('scene', '=', scenes[session.at] as string)
			.select(({ fn }) => fn.countAll<number>().as('people'))
			.executeTakeFirstOrThrow();
		return people;
	}
	const { people } = await db
		.selectFrom(
			answers
				.select('participant_id')
				.groupBy('participant_id')
				.having(({ fn }) => fn.countAll(), '=', scenes.length)
				.as('through')
		)
		.select(({ fn }) => fn.countAll<number>().as('people'))
		.executeTakeFirstOrThrow();
	return people;
}

/** Whether there are answers of any round. */
export async function hasAnswers(db: Db, code: string): Promise<boolean> {
	const answer = await db
		.selectFrom('answer')
		.select('scene')
		.where('workshop_id', '=', code)
		.limit(1)
		.executeTakeFirst();
	return answer !== undefined;
}

/** Counts how often each rung was chosen; scenes without answers are missing. */
export async function countRungsIn(
	db: Db,
	{ code, session }: Workshop,
	scenes: readonly ScenarioId[]
): Promise<Map<ScenarioId, Counts>> {
	if (scenes.length === 0) return new Map();
	const rows = await db
		.selectFrom('answer')
		.select(({ fn }) => ['scene', 'rung', fn.countAll<number>().as('people')])
		.where('workshop_id', '=', code)
		.where('round', '=', session.round)
		.where('scene', 'in', [...scenes])
		.where('rung', '!=', SAT_OUT)
		.groupBy(['scene', 'rung'])
		.execute();
	const counts = new Map<ScenarioId, number[]>();
	for (const { scene, rung, people } of rows) {
		const row = counts.get(scene as ScenarioId) ?? [...NOBODY];
		row[rung] = people;
		counts.set(scene as ScenarioId, row);
	}
	return counts as unknown as Map<ScenarioId, Counts>;
}

export async function countAnswersIn(
	db: Db,
	workshop: Workshop,
	scenes: readonly ScenarioId[]
): Promise<number[]> {
	const counts = await countRungsIn(db, workshop, scenes);
	return scenes.map((scene) => counts.get(scene)?.reduce((sum, count) => sum + count, 0) ?? 0);
}

/**
 * Returns what each person replied to some scenes of this round, in no order; only people who replied.
 * @param language only those who joined in it
 */
export async function repliesByPerson(
	db: Db,
	{ code, session }: Workshop,
	scenes: readonly ScenarioId[],
	language?: Language
): Promise<Replies[]> {
	if (scenes.length === 0) return [];
	let query = db
		.selectFrom('answer')
		.select(['participant_id', 'scene', 'rung'])
		.where('workshop_id', '=', code)
		.where('round', '=', session.round)
		.where('scene', 'in', [...scenes]);
	if (language)
		query = query.where('participant_id', 'in', (inner) =>
			inner
				.selectFrom('participant')
				.select('participant_id')
				.where('workshop_id', '=', code)
				.where('language', '=', language)
		);
	const people = new Map<string, Partial<Record<ScenarioId, Rung | null>>>();
	for (const { participant_id, scene, rung } of await query.execute()) {
		const replies = people.get(participant_id) ?? {};
		replies[scene as ScenarioId] = rung === SAT_OUT ? null : (rung as Rung);
		people.set(participant_id, replies);
	}
	return [...people.values()];
}

/** Returns null for who has no seat. */
export async function answersOfParticipant(
	db: Db,
	{ code, session }: Workshop,
	participantId: string
): Promise<Answers | null> {
	const seated = await db
		.selectFrom('participant')
		.select('participant_id')
		.where('workshop_id', '=', code)
		.where('participant_id', '=', participantId)
		.executeTakeFirst();
	if (!seated) return null;
	const rows = await db
		.selectFrom('answer')
		.select(['scene', 'rung'])
		.where('workshop_id', '=', code)
		.where('round', '=', session.round)
		.where('participant_id', '=', participantId)
		.where('rung', '!=', SAT_OUT)
		.execute();
	return Object.fromEntries(rows.map(({ scene, rung }) => [scene, rung]));
}
