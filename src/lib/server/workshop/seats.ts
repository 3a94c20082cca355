import type { Insertable, Transaction } from 'kysely';
import type { Tables } from '../db';
import { Refusal } from '../refusal';
import { hashOf, isSecret } from '../security/secrets';
import { inChunks } from './chunks';

/** @throws Refusal `noSeat` for what cannot be a token */
export function participantOf(seat: string | undefined): string {
	if (!seat || !isSecret(seat)) throw new Refusal('noSeat');
	return hashOf(seat);
}

/** Returns whether anybody is new. */
export async function addSeats(
	trx: Transaction<Tables>,
	people: readonly Insertable<Tables['participant']>[]
): Promise<boolean> {
	let added = 0n;
	for (const rows of inChunks(people)) {
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('participant')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		added += numInsertedOrUpdatedRows ?? 0n;
	}
	return added > 0n;
}

export async function seatedAmong(
	trx: Transaction<Tables>,
	code: string,
	participantIds: Iterable<string>
): Promise<Set<string>> {
	const seated = new Set<string>();
	for (const ids of inChunks([...new Set(participantIds)])) {
		const rows = await trx
			.selectFrom('participant')
			.select('participant_id')
			.where('workshop_id', '=', code)
			.where('participant_id', 'in', ids)
			.execute();
		for (const { participant_id } of rows) seated.add(participant_id);
	}
	return seated;
}
