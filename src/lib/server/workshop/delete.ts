import type { Transaction } from 'kysely';
import { transact, type Tables } from '../db';
import { Refusal } from '../refusal';
import { DAY_MS, dayOf, RETENTION } from '../retention';
import { findWorkshop, type Context } from './find-workshop';
import { forgetAnswers } from './forget-answers';
import { deleteOrphans } from './own-scenes';
import type { Workshop } from './record';

/**
 * @param found as it was when the host's key was checked
 * @throws Refusal `notHost` where the key was renewed since
 */
export async function deleteWorkshop(context: Context, { code, hostHash }: Workshop): Promise<void> {
	await remove(context, code, async (trx) => {
		const workshop = await findWorkshop(context, code, { db: trx, lock: true });
		if (workshop.hostHash !== hostHash) throw new Refusal('notHost');
	});
	await context.store.forgetDeleted();
}

/** Deletes the workshops whose last day is over, and what else has run out. Safe to run on several nodes at once. */
export async function deleteExpired(context: Context): Promise<string[]> {
	const { store, now } = context;
	const expired = await store.db
		.selectFrom('workshop')
		.select('workshop_id')
		.where('delete_after', '<', Date.parse(dayOf(now())))
		.execute();
	for (const { workshop_id } of expired) await remove(context, workshop_id);
	await deleteOrphans(context);
	for (const code of await findLeftovers(context)) await forgetPeople(context, code);
	await store.db.deleteFrom('rate_limit').where('expire', '<=', now()).execute();
	await store.db.deleteFrom('deleted_workshop').where('forget_after', '<=', now()).execute();
	await store.forgetDeleted();
	return expired.map(({ workshop_id }) => workshop_id);
}

async function remove(
	{ store, now, ownScenes }: Context,
	code: string,
	check?: (trx: Transaction<Tables>) => Promise<void>
): Promise<void> {
	await transact(store, async (trx) => {
		await check?.(trx);
		// An answer that arrives meanwhile waits for this row and finds it deleted.
		await trx.deleteFrom('workshop').where('workshop_id', '=', code).execute();
		await trx.deleteFrom('own_scenes').where('workshop_id', '=', code).execute();
		await trx
			.insertInto('deleted_workshop')
			.values({ workshop_id: code, forget_after: now() + RETENTION.goneCodeDays * DAY_MS })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	});
	ownScenes.delete(code);
	store.announce(code);
	await forgetPeople({ store }, code);
}

/** In transactions of its own: thousands of rows would hold up everybody's answers. Expects a workshop that is gone. */
async function forgetPeople({ store: { db } }: Pick<Context, 'store'>, code: string): Promise<void> {
	await forgetAnswers(db, code);
	await db.deleteFrom('participant').where('workshop_id', '=', code).execute();
}

/** Finds deleted workshops of which a process that ended too early left answers or seats behind. */
async function findLeftovers({ store: { db } }: Context): Promise<string[]> {
	const rows = await db
		.selectFrom('deleted_workshop')
		.select('workshop_id')
		.where((eb) =>
			eb.or(
				(['answer', 'participant'] as const).map((table) =>
					eb.exists(
						eb
							.selectFrom(table)
							.select(`${table}.workshop_id`)
							.whereRef(`${table}.workshop_id`, '=', 'deleted_workshop.workshop_id')
					)
				)
			)
		)
		.execute();
	return rows.map(({ workshop_id }) => workshop_id);
}
