import type { Kysely } from 'kysely';
import { locking, type Store, type Tables } from '../db';
import type { Reckon } from './figures';
import { workshopOf, type Workshop } from './record';
import { Refusal } from '../refusal';
import { endOfDay } from '../retention';
import { isSecret, matches } from '../security/secrets';

export type Context = {
	store: Store;
	reckon: Reckon;
	/** In ms since 1970. */
	now: () => number;
};

type Finding = { db?: Kysely<Tables>; lock?: boolean };

/**
 * @param lock keeps the workshop as it is until the transaction ends
 * @throws Refusal `unknown`, or `gone` when it was deleted or its time is up
 */
export async function findWorkshop(
	{ store, now }: Context,
	code: string,
	{ db = store.db, lock = false }: Finding = {}
): Promise<Workshop> {
	const query = db.selectFrom('workshop').selectAll().where('workshop_id', '=', code);
	const row = await (lock ? locking(store, query) : query).executeTakeFirst();
	if (row) {
		const workshop = workshopOf(row);
		if (endOfDay(workshop.keptUntil) > now()) return workshop;
		throw new Refusal('gone');
	}
	const gone = await db
		.selectFrom('deleted_workshop')
		.select('workshop_id')
		.where('workshop_id', '=', code)
		.executeTakeFirst();
	throw new Refusal(gone ? 'gone' : 'unknown');
}

/** Counts the workshop's version up, so that snapshots from now on are newer. */
export async function countChange(db: Kysely<Tables>, code: string): Promise<void> {
	await db
		.updateTable('workshop')
		.set((eb) => ({ version: eb('version', '+', 1) }))
		.where('workshop_id', '=', code)
		.execute();
}

/** @throws Refusal `notHost` */
export function checkHost(workshop: Workshop, key: string | undefined): void {
	if (!key || !isSecret(key) || !matches(key, workshop.hostHash)) throw new Refusal('notHost');
}
