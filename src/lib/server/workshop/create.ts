import { makeCode, type Settings } from '../../group';
import { shapesOf, type AskedScene } from '../../own-scenes';
import { KEY_VERSION } from '../../questions';
import type { Context } from './find-workshop';
import { transact } from '../db';
import { keepOwnScenes } from './own-scenes';
import { changesOf, freshSession, savedScenes } from './record';
import { DAY_MS } from '../retention';
import { hashOf, makeSecret, randomBelow } from '../security/secrets';

const DRAWS = 20;

/**
 * Returns the host's key, of which only the hash is kept.
 * @param own the words of those of its scenes that the host wrote
 */
export async function createWorkshop(
	{ store, now }: Context,
	settings: Settings,
	own: readonly AskedScene[]
): Promise<{ code: string; key: string }> {
	const key = makeSecret();
	const fresh = freshSession({ scenes: settings.scenes, shapes: shapesOf(own) });
	const session = { ...fresh, countdown: settings.countdown };
	for (let draw = 0; draw < DRAWS; draw++) {
		const code = makeCode(randomBelow);
		const gone = await store.db
			.selectFrom('deleted_workshop')
			.select('workshop_id')
			.where('workshop_id', '=', code)
			.executeTakeFirst();
		if (gone) continue;
		const isOpened = await transact(store, async (trx) => {
			const { numInsertedOrUpdatedRows } = await trx
				.insertInto('workshop')
				.values({
					workshop_id: code,
					host_hash: hashOf(key),
					title: settings.title,
					language: settings.language,
					scenes: savedScenes(settings.scenes, own),
					pace: settings.pace,
					smallest_group: settings.smallestGroup,
					keep_rows: settings.rows ? 1 : 0,
					framing: settings.framing ? 1 : 0,
					guessing: settings.guessing && settings.pace === 'led' ? 1 : 0,
					key_version: KEY_VERSION,
					delete_after: now() + settings.keepDays * DAY_MS,
					version: 1,
					...changesOf({ session, undoable: null, rehearsal: false, step: 1 })
				})
				.onConflict((conflict) => conflict.doNothing())
				.executeTakeFirstOrThrow();
			if (!numInsertedOrUpdatedRows) return false;
			if (own.length > 0) await keepOwnScenes(trx, code, own);
			return true;
		});
		if (isOpened) return { code, key };
	}
	throw new Error('no free code was found');
}
