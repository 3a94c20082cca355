import { isDue, take, timed } from '../../group';
import { transact } from '../db';
import { findWorkshop, type Context } from './find-workshop';
import { changesOf, type Workshop } from './record';

/** Closing seals and shows nothing. */
const TELLS_NOTHING = { scenes: [], scores: false, ending: [] };

/**
 * Closes what is open where its time is up, once, however many processes find it so; undoing takes it back.
 * @returns the workshop as it is then
 */
export async function closeDue(context: Context, found: Workshop): Promise<Workshop> {
	const { store, now } = context;
	if (!isDue(found.session, now())) return found;
	const closed = await transact(store, async (trx) => {
		const workshop = await findWorkshop(context, found.code, { db: trx, lock: true });
		const { session, pace, step, version, code } = workshop;
		if (!isDue(session, now())) return workshop;
		const next: Workshop = {
			...workshop,
			session: timed(session, take(session, pace, 'close', TELLS_NOTHING), now()),
			undoable: { did: 'close', before: session },
			step: step + 1,
			version: version + 1
		};
		await trx
			.updateTable('workshop')
			.set({ ...changesOf(next), version: next.version })
			.where('workshop_id', '=', code)
			.execute();
		return next;
	});
	store.announce(found.code);
	return closed;
}
