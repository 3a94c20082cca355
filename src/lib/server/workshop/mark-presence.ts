import { transact } from '../db';
import { Refusal } from '../refusal';
import { inChunks } from './chunks';
import { countChange, findWorkshop, type Context } from './find-workshop';

/** Participants, by their ids. */
export type Presence = { here: ReadonlySet<string>; away: readonly string[] };

/** Stores who is away, and announces the workshop where that changed. A workshop that is gone needs none of it. */
export async function markPresence(context: Context, code: string, { here, away }: Presence): Promise<void> {
	const changed = await transact(context.store, async (trx) => {
		await findWorkshop(context, code, { db: trx, lock: true });
		const marked = await trx
			.selectFrom('participant')
			.select('participant_id')
			.where('workshop_id', '=', code)
			.where('away', '=', 1)
			.execute();
		const back = marked.flatMap(({ participant_id }) => (here.has(participant_id) ? participant_id : []));
		let changes = 0n;
		for (const [ids, value] of [
			[back, 0],
			[away.filter((id) => !here.has(id)), 1]
		] as const)
			for (const chunk of inChunks(ids)) {
				const { numUpdatedRows } = await trx
					.updateTable('participant')
					.set({ away: value })
					.where('workshop_id', '=', code)
					.where('participant_id', 'in', chunk)
					.where('away', '!=', value)
					.executeTakeFirstOrThrow();
				changes += numUpdatedRows;
			}
		if (changes === 0n) return false;
		await countChange(trx, code);
		return true;
	}).catch((error: unknown) => {
		if (error instanceof Refusal) return false;
		throw error;
	});
	if (changed) context.store.announce(code);
}
