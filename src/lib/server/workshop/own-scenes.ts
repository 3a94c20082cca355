import type { Transaction } from 'kysely';
import { isOwnSceneId } from '../../questions';
import type { AskedScene } from '../../own-scenes';
import type { Tables } from '../db';
import type { Context } from './find-workshop';
import type { Workshop } from './record';

export async function keepOwnScenes(
	trx: Transaction<Tables>,
	code: string,
	scenes: readonly AskedScene[]
): Promise<void> {
	await trx
		.insertInto('own_scenes')
		.values({ workshop_id: code, scenes: JSON.stringify(scenes) })
		.execute();
}

/** Returns the words of the scenes that the host wrote. They never change. */
export async function ownScenesOf(
	{ store, ownScenes }: Context,
	{ code, scenes }: Workshop
): Promise<readonly AskedScene[]> {
	if (!scenes.some(isOwnSceneId)) return [];
	const known = ownScenes.get(code);
	if (known) return known;
	const row = await store.db
		.selectFrom('own_scenes')
		.select('scenes')
		.where('workshop_id', '=', code)
		.executeTakeFirst();
	if (!row) return [];
	const found = JSON.parse(row.scenes) as AskedScene[];
	ownScenes.set(code, found, { size: row.scenes.length });
	return found;
}

/** Deletes what a process of an earlier version left behind, which knew only of the other tables. */
export async function deleteOrphans({ store }: Context): Promise<void> {
	await store.db
		.deleteFrom('own_scenes')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('workshop')
						.select('workshop.workshop_id')
						.whereRef('workshop.workshop_id', '=', 'own_scenes.workshop_id')
				)
			)
		)
		.execute();
}
