import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../db';

/**
 * Deletes the answers of a workshop, or of its rounds before or after one. Goes scene by scene: those of 20,000 people at once
 * would keep everybody else waiting.
 */
export async function forgetAnswers(
	db: Kysely<Tables>,
	code: string,
	side: '<' | '>' | '!=' = '!=',
	round = 0
): Promise<void> {
	for (;;) {
		const next = await db
			.selectFrom('answer')
			.select(['round', 'scene'])
			.where('workshop_id', '=', code)
			.where('round', side, round)
			.limit(1)
			.executeTakeFirst();
		if (!next) return;
		await db
			.deleteFrom('answer')
			.where('workshop_id', '=', code)
			.where('round', '=', next.round)
			.where('scene', '=', next.scene)
			.execute();
		await nextTurn();
	}
}
