import { transact } from '../db';
import { DAY_MS, dayOf, RETENTION } from '../retention';
import type { Context } from './find-workshop';

export async function deleteWorkshop(context: Context, code: string): Promise<void> {
	await remove(context, code);
	await context.store.forgetDeleted();
}

/** Deletes the workshops whose last day is over. Safe to run on several nodes at once. */
export async function deleteExpired(context: Context): Promise<string[]> {
	const { store, now } = context;
	const expired = await store.db
		.selectFrom('workshop')
		.select('workshop_id')
		.where('delete_after', '<', Date.parse(dayOf(now())))
		.execute();
	for (const { workshop_id } of expired) await remove(context, workshop_id);
	await store.db.deleteFrom('deleted_workshop').where('forget_after', '<=', now()).execute();
	await store.forgetDeleted();
	return expired.map(({ workshop_id }) => workshop_id);
}

async function remove({ store, now }: Context, code: string): Promise<void> {
	await transact(store, async (trx) => {
		// First the workshop: an answer that arrives meanwhile waits for its row and finds it deleted.
		await trx.deleteFrom('workshop').where('workshop_id', '=', code).execute();
		await trx.deleteFrom('answer').where('workshop_id', '=', code).execute();
		await trx.deleteFrom('participant').where('workshop_id', '=', code).execute();
		await trx
			.insertInto('deleted_workshop')
			.values({ workshop_id: code, forget_after: now() + RETENTION.goneCodeDays * DAY_MS })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	});
	store.announce(code);
}
