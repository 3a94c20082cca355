import type { Transaction } from 'kysely';
import type { Rung } from '../../questions';
import { SAT_OUT, type Tables } from '../db';
import { inChunks } from './chunks';

/** A null rung is somebody who sits out. */
export type Answer = Omit<Tables['answer'], 'rung'> & { rung: Rung | null };

/**
 * Writes answers, at most one for each scene and participant.
 * @returns whether anybody may see a change: sitting out is not seen, unless it takes an answer back
 */
export async function storeAnswers(trx: Transaction<Tables>, answers: readonly Answer[]): Promise<boolean> {
	let seen = false;
	for (const { rung, ...key } of answers) {
		if (rung !== null) seen = true;
		else if (await hasAnswered(trx, key)) seen = true;
	}
	for (const rows of inChunks(answers.map(({ rung, ...key }) => ({ ...key, rung: rung ?? SAT_OUT })))) {
		await trx
			.insertInto('answer')
			.values(rows)
			.onConflict((conflict) =>
				conflict
					.columns(['workshop_id', 'round', 'scene', 'participant_id'])
					.doUpdateSet((eb) => ({ rung: eb.ref('excluded.rung') }))
			)
			.execute();
	}
	return seen;
}

/** Writes that people sat out, where nothing else is stored of them. Nobody sees it. */
export async function storeSilence(trx: Transaction<Tables>, answers: readonly Answer[]): Promise<void> {
	for (const rows of inChunks(answers.map((key) => ({ ...key, rung: SAT_OUT }))))
		await trx
			.insertInto('answer')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
}

async function hasAnswered(trx: Transaction<Tables>, key: Omit<Answer, 'rung'>): Promise<boolean> {
	const answer = await trx
		.selectFrom('answer')
		.select('rung')
		.where('workshop_id', '=', key.workshop_id)
		.where('round', '=', key.round)
		.where('scene', '=', key.scene)
		.where('participant_id', '=', key.participant_id)
		.where('rung', '!=', SAT_OUT)
		.executeTakeFirst();
	return answer !== undefined;
}
