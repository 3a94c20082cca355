import { transact } from '../db';
import { hashOf, matches } from '../security/secrets';
import { checkHost, findWorkshop, type Context } from './find-workshop';
import type { Workshop } from './record';

/**
 * Replaces the host's key, and with it the pass of the join link. Returns the workshop as it is then.
 * @param held the key of whoever asks
 * @param next who holds it already may ask again, since the first answer may have got lost
 * @throws Refusal `notHost`
 */
export async function renewKey(
	context: Context,
	code: string,
	held: string | undefined,
	next: string
): Promise<Workshop> {
	const isDone = (workshop: Workshop) => {
		if (matches(next, workshop.hostHash)) return true;
		checkHost(workshop, held);
		return false;
	};
	// Strangers are refused before they can hold the lock.
	const found = await findWorkshop(context, code);
	if (isDone(found)) return found;
	const renewed = await transact(context.store, async (trx) => {
		const workshop = await findWorkshop(context, code, { db: trx, lock: true });
		if (isDone(workshop)) return workshop;
		const changed = { ...workshop, hostHash: hashOf(next), version: workshop.version + 1 };
		await trx
			.updateTable('workshop')
			.set({ host_hash: changed.hostHash, version: changed.version })
			.where('workshop_id', '=', code)
			.execute();
		return changed;
	});
	context.store.announce(code);
	return renewed;
}
