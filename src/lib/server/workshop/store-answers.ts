import type { Transaction } from 'kysely';
import type { Rung } from '../../questions';
import type { Tables } from '../db';
import { inChunks } from './chunks';

/** A row of answers, or with a null rung one to take back. */
export type Answer = Omit<Tables['answer'], 'rung'> & { rung: Rung | null };

/** Writes answers; each may stand in the list once. */
export async function storeAnswers(trx: Transaction<Tables>, answers: readonly Answer[]): Promise<void> {
	for (const rows of inChunks(answers.filter(hasRung))) {
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
	for (const { rung, ...key } of answers) {
		if (rung === null)
			await trx
				.deleteFrom('answer')
				.where('workshop_id', '=', key.workshop_id)
				.where('round', '=', key.round)
				.where('scene', '=', key.scene)
				.where('participant_id', '=', key.participant_id)
				.execute();
	}
}

function hasRung(answer: Answer): answer is Answer & { rung: Rung } {
	return answer.rung !== null;
}
