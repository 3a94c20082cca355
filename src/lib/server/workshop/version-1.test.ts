import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../group';
import type { Rung, ScenarioId } from '../../questions';
import type { Store } from '../db';
import { migrate } from '../db/migrations';
import { openSqlite } from '../db/sqlite/open';
import type { HostAction } from '../../protocol';
import { makeSecret } from '../security/secrets';
import { Workshops } from './workshops';

const settings: Settings = {
	title: 'Monday',
	language: 'en',
	scenes: ['thin-post', 'dealer-host'],
	pace: 'led',
	smallestGroup: 3,
	keepDays: 30,
	rows: true
};

/** A scene that version 2 asks no more, between two that it asks in other words. */
const scenes: readonly ScenarioId[] = ['thin-post', 'silent-launch'];

describe('a workshop that was opened in version 1 of the key', () => {
	let store: Store;
	let workshops: Workshops;
	beforeEach(async () => {
		store = await openSqlite(':memory:');
		workshops = new Workshops({ store, now: () => Date.UTC(2026, 10, 23) });
	});
	afterEach(() => store.close());

	/** Opens a workshop and turns the database back to the shape it had before there were two versions. */
	async function openOld() {
		const opened = await workshops.create(settings);
		if (!opened.ok) throw new Error(opened.reason);
		await store.db
			.updateTable('workshop')
			.set({ scenes: JSON.stringify(scenes) })
			.execute();
		await store.db.schema.alterTable('workshop').dropColumn('key_version').execute();
		await store.db.schema.alterTable('workshop').renameColumn('state', 'session').execute();
		await store.db.schema.alterTable('deleted_workshop').renameTo('gone').execute();
		await store.db
			.deleteFrom('kysely_migration' as never)
			.where('name' as never, '>=', '0004-key-version' as never)
			.execute();
		await migrate(store.db);
		return opened;
	}

	test('goes on after the migration, retired scenes included, and reports under its version', async () => {
		const { code, key } = await openOld();
		const act = async (action: HostAction) =>
			workshops.step(await workshops.hosted(code, key), action, (await workshops.snapshots(code)).host.step);
		const seats = [0, 1, 2].map(makeSecret);
		for (const seat of seats) await workshops.join(code, seat, 'en');
		await act('start');
		for (const [i, scene] of scenes.entries()) {
			for (const [person, seat] of seats.entries())
				await workshops.answer(code, seat, 1, scene, person as Rung);
			await act('close');
			await act('reveal');
			await act(i + 1 < scenes.length ? 'next' : 'end');
		}
		expect((await workshops.snapshots(code)).shared).toMatchObject({ keyVersion: 1, scenes, stage: 'end' });
		const report = await workshops.report(await workshops.hosted(code, key));
		expect(report.key).toEqual({ form: 'A', version: 1 });
		expect(report.scenes.map(({ scene, number }) => [scene, number])).toEqual([
			['thin-post', 1],
			['silent-launch', 8]
		]);
	});

	test('stands beside new ones, which are of version 2', async () => {
		const old = await openOld();
		const opened = await workshops.create(settings);
		if (!opened.ok) throw new Error(opened.reason);
		expect((await workshops.snapshots(old.code)).shared.keyVersion).toBe(1);
		expect((await workshops.snapshots(opened.code)).shared.keyVersion).toBe(2);
	});
});
