import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExpressionBuilder, Kysely } from 'kysely';
import { answerKey, givenTo, type AnsweredTwice, type AnswerKey, type Counts } from '../../group';
import type { Rung, SceneId } from '../../questions';
import type { OwnAnswers } from '../../protocol';
import { SAT_OUT, type Tables } from '../db';
import type { Workshop } from './record';

type Db = Kysely<Tables>;

export async function countJoined(db: Db, code: string): Promise<number> {
	const { people } = await db
		.selectFrom('participant')
		.select(({ fn }) => fn.countAll<number>().as('people'))
		.where('workshop_id', '=', code)
		.executeTakeFirstOrThrow();
	return people;
}

/** In a free workshop: counts who is connected, or was minutes ago, or has answered any scene. */
export async function countHere(db: Db, { code, session }: Workshop): Promise<number> {
	const { people } = await db
		.selectFrom('participant')
		.select(({ fn }) => fn.countAll<number>().as('people'))
		.where('workshop_id', '=', code)
		.where((eb) => {
			const answers = eb
				.selectFrom('answer')
				.select('participant_id')
				.where('workshop_id', '=', code)
				.where('round', '=', session.round)
				.where('rung', '!=', SAT_OUT);
			return eb.or([eb('away', '=', 0), eb('participant_id', 'in', answers)]);
		})
		.executeTakeFirstOrThrow();
	return people;
}

/** Finds the seats of people who are not marked as away, in all workshops. */
export function findSeatsHere(db: Db): Promise<{ code: string; participant: string }[]> {
	return db
		.selectFrom('participant')
		.select(['workshop_id as code', 'participant_id as participant'])
		.where('away', '=', 0)
		.where('made_up', '=', 0)
		.execute();
}

/** In a free workshop: counts who answered the revealed scene at hand; before that, who answered all scenes. */
export async function countAnswered(db: Db, { code, session, scenes }: Workshop): Promise<number> {
	if (session.stage !== 'scene') return 0;
	const answers = db
		.selectFrom('answer')
		.where('workshop_id', '=', code)
		.where('round', '=', session.round)
		.where('rung', '!=', SAT_OUT);
	if (session.statuses[session.at] === 'revealed') {
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

export async function hasAnswers(db: Db, code: string): Promise<boolean> {
	const answer = await db
		.selectFrom('answer')
		.select('scene')
		.where('workshop_id', '=', code)
		.limit(1)
		.executeTakeFirst();
	return answer !== undefined;
}

/** Counts how often each rung was chosen, scene by scene: others get their turn between. */
export async function countRungsIn(
	db: Db,
	{ code, session }: Workshop,
	scenes: readonly AnswerKey[]
): Promise<Counts[]> {
	const all: Counts[] = [];
	for (const scene of scenes) {
		await nextTurn();
		const rows = await db
			.selectFrom('answer')
			.select(({ fn }) => ['rung', fn.countAll<number>().as('people')])
			.where('workshop_id', '=', code)
			.where('round', '=', session.round)
			.where('scene', '=', scene)
			.where('rung', '!=', SAT_OUT)
			.groupBy('rung')
			.execute();
		const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
		for (const { rung, people } of rows) counts[rung] = people;
		all.push(counts);
	}
	return all;
}

export async function countAnswersIn(
	db: Db,
	workshop: Workshop,
	scenes: readonly AnswerKey[]
): Promise<number[]> {
	const counts = await countRungsIn(db, workshop, scenes);
	return counts.map((rungs) => rungs.reduce((sum, count) => sum + count, 0));
}

/** Returns what everybody answered to a scene and when it was asked again, in no order of people. */
export async function readTwice(
	db: Db,
	{ code, session }: Workshop,
	scene: SceneId
): Promise<AnsweredTwice[]> {
	const again = answerKey(scene, 'again');
	const rungOf = (key: AnswerKey) => (eb: ExpressionBuilder<Tables, 'answer'>) =>
		eb.fn.max(eb.case().when('scene', '=', key).then(eb.ref('rung')).end());
	const rows = await db
		.selectFrom((eb) =>
			eb
				.selectFrom('answer')
				.select((eb) => [rungOf(scene)(eb).as('first'), rungOf(again)(eb).as('again')])
				.where('workshop_id', '=', code)
				.where('round', '=', session.round)
				.where('scene', 'in', [scene, again])
				.where('rung', '!=', SAT_OUT)
				.groupBy('participant_id')
				.as('twice')
		)
		.select(({ fn }) => ['first', 'again', fn.countAll<number>().as('people')])
		.groupBy(['first', 'again'])
		.execute();
	return rows.flatMap(({ first, again, people }) =>
		Array.from({ length: people }, () => ({ first: first as Rung | null, again: again as Rung | null }))
	);
}

/** Returns null for who has no seat. `again` are to second askings, `first` those of the first round, in a second one. */
export async function answersOfParticipant(
	db: Db,
	workshop: Workshop,
	participantId: string
): Promise<Omit<OwnAnswers, 'round'> | null> {
	const { code, session, guessing } = workshop;
	const seated = await db
		.selectFrom('participant')
		.select('participant_id')
		.where('workshop_id', '=', code)
		.where('participant_id', '=', participantId)
		.executeTakeFirst();
	if (!seated) return null;
	const answersIn = async (round: number): Promise<Partial<Record<AnswerKey, Rung>>> => {
		const rows = await db
			.selectFrom('answer')
			.select(['scene', 'rung'])
			.where('workshop_id', '=', code)
			.where('round', '=', round)
			.where('participant_id', '=', participantId)
			.where('rung', '!=', SAT_OUT)
			.execute();
		return Object.fromEntries(rows.map(({ scene, rung }) => [scene, rung as Rung]));
	};
	const own = await answersIn(session.round);
	const again = givenTo('again', own);
	return {
		answers: givenTo('once', own),
		...(Object.keys(again).length > 0 && { again }),
		...(guessing && { guess: givenTo('guess', own) }),
		...(session.first && { first: givenTo('once', await answersIn(session.first.round)) })
	};
}
